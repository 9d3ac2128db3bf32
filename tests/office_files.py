"""Small Word and Excel files for tests, from raw XML where no library writes what Word writes."""

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_XLSX = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """A zip of these parts."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return held.getvalue()


def relations(**targets: str) -> str:
    """A part of relations: an id and a target each."""
    rows = "".join(f'<Relationship Id="{key}" Type="{R}/{key}" Target="{target}"/>' for key, target in targets.items())
    return f'<Relationships xmlns="{_RELS}">{rows}</Relationships>'


def word(body: str, **parts: str) -> bytes:
    """A .docx with this body; further parts (styles, numbering, header) by name."""
    spaces = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="{MC}"'
    roots = {"styles": "w:styles", "numbering": "w:numbering", "header": "w:hdr"}
    held = {
        "_rels/.rels": relations(officeDocument="word/document.xml"),
        "word/_rels/document.xml.rels": relations(header="header.xml"),
        "word/document.xml": f"<w:document {spaces}><w:body>{body}</w:body></w:document>",
    }
    for name, content in parts.items():
        held[f"word/{name}.xml"] = f"<{roots[name]} {spaces}>{content}</{roots[name]}>"
    return zipped(held)


def p(text: str = "", properties: str = "") -> str:
    """A paragraph; `text` may be plain or runs of its own."""
    runs = text if text.startswith("<") else f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def item(list_id: int, level: int, text: str) -> str:
    """A paragraph of a numbered list."""
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def level(at: int, form: str, text: str, more: str = "") -> str:
    """One level of a list."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'
    )


def table(*rows: tuple[str, ...]) -> str:
    """A table; a cell is text, or XML of its own."""
    cells = ("".join(f"<w:tc>{cell if cell.startswith('<') else p(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def excel(sheet: str) -> bytes:
    """An .xlsx with one sheet, from the XML of its rows."""
    return zipped(
        {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.'
            'spreadsheetml.sheet.main+xml"/><Override PartName="/xl/sheet.xml" ContentType="application/vnd.'
            'openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
            "_rels/.rels": relations(officeDocument="xl/workbook.xml"),
            "xl/_rels/workbook.xml.rels": relations(worksheet="sheet.xml"),
            "xl/workbook.xml": f'<workbook xmlns="{_XLSX}" xmlns:r="{R}"><sheets>'
            '<sheet name="Register" sheetId="1" r:id="worksheet"/></sheets></workbook>',
            "xl/sheet.xml": f'<worksheet xmlns="{_XLSX}"><sheetData>{sheet}</sheetData></worksheet>',
        }
    )
