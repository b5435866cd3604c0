"""Colours and fonts of the page: Gradio's base theme with a blue accent and the system's fonts."""

from typing import Any

import gradio as gr

# Names of fonts on the machine, as Font and not as str: a str would become a font file of Gradio's.
SANS = (
    "system-ui",
    "-apple-system",
    "Segoe UI",
    "PingFang SC",
    "Microsoft YaHei",
    "Noto Sans CJK SC",
    "sans-serif",
)
MONO = ("ui-monospace", "Consolas", "Noto Sans Mono CJK SC", "monospace")


def theme() -> Any:
    """The theme of both pages, light and dark."""
    return gr.themes.Base(
        primary_hue=gr.themes.colors.blue,
        neutral_hue=gr.themes.colors.slate,
        radius_size=gr.themes.sizes.radius_lg,
        font=[gr.themes.Font(name) for name in SANS],
        font_mono=[gr.themes.Font(name) for name in MONO],
    ).set(body_text_color_subdued="*neutral_500")  # Gradio's 400 is too pale to read on white
