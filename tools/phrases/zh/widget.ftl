# 嵌入其他页面的面板（ui/widget/）。
widget-opening = 正在打开 Whyflow……
widget-alone = 此页面用于嵌入其他页面的面板；请从首页打开 Whyflow。
widget-failed = 无法在此打开 Whyflow。请刷新页面；如仍不行，请联系页面维护人员。
widget-cookies = 浏览器没有保存此面板的登录状态。Whyflow 必须通过 https 访问，且浏览器不能完全禁用 Cookie。
widget-token = 外层页面未能说明您的身份（{ $why }）。请刷新页面；如仍不行，请联系页面维护人员。
widget-token-long = 外层页面给出的令牌有效期超过 { $limit } 秒；其服务器应签发有效期更短的令牌。
widget-no-key = 尚未设置用于校验其他页面令牌的密钥；请由运维人员设置 WHYFLOW_WIDGET_SECRET 或 WHYFLOW_WIDGET_KEY。
widget-secret = { $name } 太短，不能作为密钥；至少应为 32 个随机字符。
widget-key = { $file } 中没有 PEM 格式的 RSA 或椭圆曲线公钥：{ $why }。
