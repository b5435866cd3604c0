# Accounts: signing in, the pages about it, `whyflow user` (ui/accounts/).
role-staff = staff
role-manager = manager
role-admin = admin

gate-title = This cannot be opened
gate-nothing = There is nothing at this address.
gate-request = { $words } (Request { $request }.)
gate-sign-in = Sign in first.
gate-nobody = This Whyflow is not for this address. Without accounts it is there for people on its own machine only, at 127.0.0.1; behind a proxy it is there for whoever the proxy names.
gate-role = Your role ({ $role }) may not open this. An admin can change roles.
gate-must-change = Change your one-time password first.
gate-foreign = This did not come from a page of Whyflow, so nothing was done.
gate-large = This is more than may be sent here.
gate-often = You sent very much at once. Go on in { $seconds ->
    [one] one second
   *[other] { $seconds } seconds
}.
tokens-spent = You have used up what one person may ask of the language model in a day. You can go on in about { $hours ->
    [one] one hour
   *[other] { $hours } hours
}; plans can still be edited, and explained by a click.
gate-form = The page was too old, or cookies are switched off. Nothing was done; please try again.

account-navigation = Account
account-sign-in = Sign in
account-sign-out = Sign out
account-provider = Sign in with { $provider }
account-provider-failed = The provider could not say who you are, or your account here is disabled (reference { $reference }). Try again, or ask an admin.
account-local = With a password
account-name-label = Name
account-password-label = Password
account-role-label = Role
account-teams-label = Teams
account-title = Your account
account-to-page = Go on to Whyflow
account-must-change = This is a one-time password. Choose your own before you go on.
account-change-password = Change password
account-old-password = Password until now
account-new-password = New password
account-again = New password once more
account-password-changed = Your password is changed. You are signed out everywhere else.
account-everywhere = Sign out everywhere
account-everywhere-text = Ends your sessions in all browsers, this one too.

account-wrong = Name or password is wrong.
account-wrong-password = The password until now is wrong.
account-wait = Too many attempts. Try again in { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}.
account-twice = The new password was not the same both times.
account-password-length = A password has { $shortest } to { $longest } characters.
account-password-weak = That password is easy to guess or the same as before. Take several words that do not belong together.
account-unknown = There is no account called { $name }; whyflow user list shows all.
account-taken = There is an account called { $name } already.
account-name = { $name } cannot be a name; a name has 1 to { $limit } characters that can be seen.
account-role = There is no role { $role }; it must be one of { $known }.
account-elsewhere = { $name } signs in elsewhere and has no password here.
account-last-admin = { $name } is the only admin; make somebody else an admin first.
account-first-admin = An account was made: name admin, one-time password { $password }
account-demo-open = Without accounts Whyflow listens on this machine only (127.0.0.1), not on { $host }. Set WHYFLOW_ACCOUNTS to local, oidc or proxy first.
account-setting = WHYFLOW_ACCOUNTS is { $accounts }, which needs { $name }.

session-title = Signed in
session-yours = Where you are signed in
session-here = here
session-panel = in a panel
session-unknown-place = unknown browser
session-times = since { $begun }, until { $expires } ({ $zone })
session-find = Find by name or place
session-end = Sign out
session-ended = That session is ended.
session-unknown = That session is over already.
session-none = Nobody is signed in with a session here; a proxy may vouch for people.

admin-title = Accounts
admin-find = Find by name or team
admin-any-role = any
admin-all-teams = { $count ->
    [one] One team
   *[other] { $count } teams
}
admin-add = Add an account
admin-teams = Teams, with commas
admin-save = Save
admin-password = New password
admin-disable = Disable
admin-enable = Enable
admin-disabled = disabled
admin-saved = { $name }: saved.
admin-one-time = { $name } signs in once with this password, and then chooses another. It is shown only now:

keys-title = API keys
keys-text = With these, programs act for somebody. The command “whyflow key add” makes one.
keys-find = Find by owner, name or scope
keys-made = made { $made }, good until it is withdrawn ({ $zone })
keys-times = made { $made }, good until { $expires } ({ $zone })
keys-over = expired
keys-withdraw = Withdraw
keys-unknown = That key was withdrawn already.

list-pages = Pages
list-lines = { $first } to { $last } of { $total }
list-before = Page before
list-after = Next page
list-find = Find
list-all = Show all
list-none = Nothing fits.

user-added = { $name } was added; one-time password: { $password }
user-password = { $name }: one-time password { $password }; all sessions ended
user-changed = { $name }: { $role }; teams: { $teams }
user-disabled = { $name } can no longer sign in; all sessions ended
user-enabled = { $name } can sign in again
