// What leaves the page: the view as PNG, SVG or CSV.

function save(name, content) {
  const link = make("a", { href: URL.createObjectURL(content), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

/** The view as a drawing that stands by itself; a table is drawn as one. */
function drawing(app) {
  const svg = app.view === "map" ? mapView(app) : app.view === "grid" ? gridView(app) : tableDrawing(app);
  svg.setAttribute("width", svg.dataset.width);
  svg.setAttribute("height", svg.dataset.height);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}\n`;
}

function tableDrawing(app) {
  const table = TABLES[app.view],
    ids = filtered(app, table),
    from = app.tableRow;
  const rows = [table.head, ...ids.slice(from, from + ROWS).map((id) => table.cells(app, id))];
  const source = sourceSaid(app.counts, app.state, app.test),
    width = 1100,
    step = (width - 32) / table.head.length;
  const said = { title: table.title, subtitle: part(from, rows.length - 1, ids.length, "row") };
  return framed(
    width,
    90 + 20 * rows.length + 16 * source.length,
    table.title,
    said,
    source,
    rows.map((row, down) =>
      row.map((cell, across) =>
        text(
          16 + across * step,
          74 + 20 * down,
          cut(String(cell), Math.floor(step / 6.4)),
          down ? {} : { "font-weight": "bold", fill: INK.navy },
        ),
      ),
    ),
  );
}

function saveAs(app, format) {
  const name = `${app.data.build}-${app.view}.${format}`;
  if (format === "csv") return save(name, new Blob([csvText(csvRows(app))], { type: "text/csv" }));
  const svg = drawing(app);
  if (format === "svg") return save(name, new Blob([svg], { type: "image/svg+xml" }));
  const image = new Image();
  image.onload = () => {
    const canvas = make("canvas", { width: 2 * image.width, height: 2 * image.height });
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((content) => save(name, content), "image/png");
  };
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  return undefined;
}
