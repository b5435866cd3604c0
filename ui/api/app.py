"""All that programs may ask for, as one app that the server mounts under `/api/v1`."""

from fastapi import FastAPI

from ui.api import handovers, plans, replies, talks, texts
from ui.api.caller import Service
from ui.api.errors import RESPONSES, add_errors

PATH = "/api/v1"


def build_api(service: Service) -> FastAPI:
    """The app; whoever mounts it puts the gate in front of it."""
    api = FastAPI(
        title="Whyflow",
        version="1",
        description="Reads work out of plain language, plans it, and says why. Send a key as "
        "`Authorization: Bearer wf_...`; `Accept-Language` chooses English or Chinese. Times are "
        "minutes from the start of the plan.",
        root_path_in_servers=False,
        servers=[{"url": PATH}],
        docs_url=None,
        redoc_url=None,
        responses=RESPONSES,
    )
    api.state.service = service
    for router in (texts.router, plans.router, replies.router, handovers.router, talks.router):
        api.include_router(router)
    add_errors(api)
    return api
