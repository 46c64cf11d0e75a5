// Words in any script, shaped and drawn by the browser: Arabic joins, Thai stacks, emoji have colour,
// and no font is shipped for them. C++ keeps the picture in a texture (web/text_atlas.cpp).

function makeRuns(bytesAt, textColour) {
  const FAMILY = '"Inter", system-ui, "Noto Sans", sans-serif';
  const canvas = typeof OffscreenCanvas === 'function' ? new OffscreenCanvas(8, 8) : document.createElement('canvas');
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  const fontOf = (pixels, bold) => `${bold ? 600 : 400} ${pixels}px ${FAMILY}`;
  const spell = (at, size) => utf8.decode(bytesAt(at, size));

  return {
    measure(at, size, pixels, bold) {
      pen.font = fontOf(pixels, bold);
      return pen.measureText(spell(at, size)).width;
    },
    // Draws white on nothing, so that C++ can tint it. Returns 1 when the picture has colours of its
    // own (emoji): it must not be tinted, so the letters beside them have the colour of text.
    draw(at, size, em, bold, width, height, baseline, into) {
      if (canvas.width < width || canvas.height < height) {
        canvas.width = Math.max(canvas.width, width);
        canvas.height = Math.max(canvas.height, height);
      }
      pen.font = fontOf(em, bold);
      pen.textBaseline = 'alphabetic';
      const text = spell(at, size);
      // The whole run is one line that starts at the left edge, whichever way it reads.
      pen.direction = 'ltr';
      pen.textAlign = 'left';
      const picture = (color) => {
        pen.clearRect(0, 0, width, height);
        pen.fillStyle = color;
        pen.fillText(text, 0, baseline);
        return pen.getImageData(0, 0, width, height).data;
      };
      let pixels = picture('#fff');
      const coloured = hasColours(pixels);
      if (coloured) pixels = picture(textColour());
      bytesAt(into, width * height * 4).set(pixels);
      return coloured ? 1 : 0;
    },
  };
}

function hasColours(pixels) {
  for (let i = 0; i < pixels.length; i += 4) {
    if (pixels[i + 3] > 200 && (pixels[i] < 200 || pixels[i + 1] < 200 || pixels[i + 2] < 200)) return true;
  }
  return false;
}
