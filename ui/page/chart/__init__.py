"""A plan as a picture. Pure: problem and schedule in, Plotly figures out; `chart.js` makes its bars
something to click on."""
