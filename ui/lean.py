"""A page of Gradio that spends time only on what an event changes. Gradio itself makes every other
widget that the event could have changed anew, with a description of its data: for each word of an
answer that is the work of ten words."""

from copy import copy
from typing import Any

import gradio as gr
from gradio.blocks import BlockFunction
from gradio.state_holder import SessionState


class LeanBlocks(gr.Blocks):
    """Events give their updates as a mapping by widget; what is not in there stays as it is."""

    async def postprocess_data(
        self, block_fn: BlockFunction, predictions: Any, state: SessionState | None
    ) -> list[Any]:
        given = predictions.keys() if isinstance(predictions, dict) else ()
        if not given or not given <= {*block_fn.outputs}:
            return await super().postprocess_data(block_fn, predictions, state)
        changing = copy(block_fn)
        changing.outputs = [widget for widget in block_fn.outputs if widget in predictions]
        changed = await super().postprocess_data(changing, predictions, state)
        data = dict(zip(changing.outputs, changed, strict=True))
        return [data.get(widget, gr.skip()) for widget in block_fn.outputs]
