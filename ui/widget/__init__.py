"""The widget: Whyflow in a panel on somebody else's page.

`embed.js` runs on the page of the host and makes the button and the panel; `frame.js` runs in the
panel and talks with it by messages; `tokens.py` checks who the host says is looking; `routes.py`
serves all that. docs/developers.md is the contract.
"""
