"""What the agent can do: understand tasks, plan them, explain the plan, search the knowledge base.

A verb is a tool, a noun is machinery. `registry.py` lists the tools; it is a module of its own so
that reading a plan does not import LangChain."""
