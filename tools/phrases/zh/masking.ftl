# whyflow eval masking
eval-row-masked = 被遮盖的个人信息，
eval-row-masked-needless = 被误遮盖的非个人信息，
masking-no-data = 找不到 { $file }。请用 --data 指定含有 presidio_synth 的文件夹。
