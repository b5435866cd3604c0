# The list of conversations (agent/chats.py, ui/page/shelf.py).
chat-unknown = There is no such conversation, or it is not shared with you.
chat-shared = “{ $title }” is shared with you to read. Only its owner can go on with it; start a new conversation to ask something yourself.
chat-no-title = A conversation needs a title of at least one letter.
chat-team = You can share with your own teams only, and you are not in “{ $team }”.
