"""What a browser draws: PDF, PNG and SVG, by the Chrome, Edge or Chromium that the machine has."""
