# The widget on other pages (ui/widget/).
widget-opening = Opening Whyflow …
widget-alone = This page belongs into the panel of another page; Whyflow itself is at the front page.
widget-failed = Whyflow could not be opened here. Reload the page; if that does not help, tell whoever looks after it.
widget-cookies = The browser did not keep the session of this panel. Whyflow has to be reached by https, and cookies must not be blocked altogether.
widget-token = The page around this panel could not say who you are ({ $why }). Reload it; if that does not help, tell whoever looks after it.
widget-token-long = The page around this panel gave a token that is valid for more than { $limit } seconds; its server must make shorter ones.
widget-no-key = No key for tokens of other pages is set; an operator sets WHYFLOW_WIDGET_SECRET or WHYFLOW_WIDGET_KEY.
widget-secret = { $name } is too short to be a secret; it must have at least 32 characters, made by chance.
widget-key = { $file } holds no public key of RSA or an elliptic curve in PEM: { $why }.
