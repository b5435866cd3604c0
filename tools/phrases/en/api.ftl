# What programs are told.
api-many-plans = You have { $count } plans that are not done; wait for one, or cancel it.
api-no-plan = You have no plan called { $id }; plans are kept for an hour.
api-not-planned = The plan { $id } is not done yet; ask again once its status is "done".
api-new-conversation = New conversation
api-refused = { $why }
api-scope = This key may not do that; it needs the scope "{ $scope }".
api-too-large = The request is larger than { $limit_mb } MB; send less at once.
gate-key = A key opens the interface for programs only, not this page.
not-ready-yet = Whyflow is still starting; try again in a few seconds.
not-ready-for = Whyflow cannot answer: { $why }
key-name = A key cannot be called "{ $name }"; give it 1 to { $limit } printable characters.
key-no-scope = Say what the key may do: add --scope with one of { $known }; for several, write --scope again before each.
key-scope = "{ $scope }" is no scope; choose from { $known }.
key-unknown = You have no key { $id }; "whyflow key list" shows those there are.
key-added = The key { $name } ({ $id }) may: { $scopes }. It is shown this once: { $secret }
key-withdrawn = The key { $id } opens nothing any more.
key-line = { $id }  { $name }: { $scopes }
