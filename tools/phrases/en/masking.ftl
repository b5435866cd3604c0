# whyflow eval masking
eval-row-masked = personal data that is masked,
eval-row-masked-needless = masked though it is no personal data,
masking-no-data = There is no { $file }. Name the folder that holds presidio_synth with --data.
