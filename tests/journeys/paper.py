"""A paper to enclose: a drawn specimen, nobody's document."""

from pathlib import Path

from PIL import Image, ImageDraw


def draw_paper(folder: Path) -> Path:
    """Draw the specimen into a folder."""
    picture = Image.new("RGB", (420, 240), "white")
    ImageDraw.Draw(picture).multiline_text((20, 20), "SPECIMEN\n\nC01234567", "black")
    drawn = folder / "specimen.png"
    picture.save(drawn)
    return drawn
