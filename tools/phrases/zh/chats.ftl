# 对话列表（agent/chats.py、ui/page/shelf.py）。
chat-unknown = 没有这个对话，或者它没有共享给您。
chat-shared = “{ $title }”共享给您阅读，只有它的主人可以继续。想自己提问，请新建对话。
chat-no-title = 对话的标题至少要有一个字。
chat-team = 只能共享给您自己的团队，您不在“{ $team }”中。
