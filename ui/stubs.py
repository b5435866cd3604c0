"""Gradio without its stubs. For editors it describes each of its widgets anew in a file beside the
code, whenever it is imported: a third of the time until its pages are there."""

import sys
from importlib.util import find_spec, module_from_spec


def import_gradio() -> None:
    """As `import gradio` does it, but without the stubs; nothing if it has been imported."""
    spec = None if "gradio" in sys.modules else find_spec("gradio")
    if spec is None or spec.loader is None:
        return
    package = sys.modules["gradio"] = module_from_spec(spec)
    from gradio import component_meta  # its widgets are not made yet

    component_meta.create_or_modify_pyi = lambda *_: None
    spec.loader.exec_module(package)
