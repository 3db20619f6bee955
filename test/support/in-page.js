/*
 * What is asked of a page while a browser shows it. Each function is carried into the page by itself: it uses nothing from
 * outside of it.
 */

/** What sticks out, to the side of the window or of the picture that it belongs to. A line each. */
export function layoutFaults() {
  const { clientWidth, scrollWidth } = document.documentElement;
  const faults = [];
  if (scrollWidth > clientWidth) faults.push(`the page is ${scrollWidth} wide, of ${clientWidth}`);
  const named = (element) => {
    const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 40);
    const kind = element.getAttribute('class') ?? '';
    return `<${element.localName}${kind === '' ? '' : ` class="${kind}"`}> ${text}`;
  };
  const isAside = (element) =>
    element.closest('.hidden, .skip, defs, symbol, clipPath, title') !== null;
  const scrolls = (element) => {
    const around = element.parentElement?.closest('.scroll');
    return around !== null && around !== undefined;
  };
  const standing = [];
  // What is folded away has boxes too, which nobody sees.
  const walk = (element) => {
    standing.push(element);
    const isFolded = element.localName === 'details' && !element.open;
    for (const child of element.children)
      if (!isFolded || child.localName === 'summary') walk(child);
  };
  walk(document.body);
  for (const element of standing) {
    const { height, left, right, width } = element.getBoundingClientRect();
    if ((width === 0 && height === 0) || isAside(element) || scrolls(element)) continue;
    if (left < -1 || right > clientWidth + 1)
      faults.push(`${named(element)} goes from ${left.toFixed(0)} to ${right.toFixed(0)}`);
    const { overflowX } = getComputedStyle(element);
    if (
      overflowX !== 'visible' &&
      overflowX !== 'auto' &&
      element.scrollWidth > element.clientWidth + 1
    )
      if (!(element instanceof SVGElement)) faults.push(`${named(element)} is cut off`);
  }
  for (const svg of standing.filter(({ localName }) => localName === 'svg')) {
    const frame = svg.getBoundingClientRect();
    const words = [...svg.querySelectorAll('text')].filter((text) => !isAside(text));
    const boxes = words.map((text) => ({ text, box: text.getBoundingClientRect() }));
    const shown = boxes.filter(({ box }) => box.width > 0);
    for (const { box, text } of shown) {
      const out = Math.max(
        frame.left - box.left,
        box.right - frame.right,
        frame.top - box.top,
        box.bottom - frame.bottom,
      );
      if (out > 1) faults.push(`${named(text)} is ${out.toFixed(0)} outside of its picture`);
    }
    // What comes up where something is pointed at may lie over all else.
    const seen = shown.filter(({ text }) =>
      text.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
    );
    seen.forEach(({ box, text }, index) => {
      for (const other of seen.slice(index + 1)) {
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        if (across > 2 && down > box.height / 3)
          faults.push(`${named(text)} lies over ${named(other.text)}`);
      }
    });
  }
  return faults;
}

/** What is wrong with how the page is built, whatever it looks like. A line each. */
export function structureFaults() {
  const faults = [];
  const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')];
  const first = headings.filter(({ localName }) => localName === 'h1').length;
  if (first !== 1) faults.push(`${first} titles`);
  let level = 0;
  for (const heading of headings) {
    const own = Number(heading.localName.slice(1));
    if (own > level + 1)
      faults.push(`a title of level ${own} after ${level}: ${heading.textContent}`);
    if (heading.textContent.trim() === '') faults.push(`an empty title of level ${own}`);
    level = own;
  }
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  const twice = ids.filter((id, index) => ids.indexOf(id) < index);
  faults.push(...twice.map((id) => `two elements are called ${id}`));
  const known = new Set(ids);
  for (const element of document.querySelectorAll('*')) {
    if (
      [
        'script',
        'iframe',
        'img',
        'image',
        'object',
        'embed',
        'form',
        'input',
        'link',
        'base',
        'foreignobject',
        'animate',
        'set',
      ].includes(element.localName.toLowerCase())
    )
      faults.push(`there is a <${element.localName}>`);
    for (const { name, value } of element.attributes) {
      if (/^on|^style$|^src|^action$|^formaction$/i.test(name))
        faults.push(`there is a ${name}="${value}"`);
      if (!/href$/i.test(name)) {
        if (/url\(/i.test(value) && !/^url\(#[^)]+\)$/.test(value))
          faults.push(`there is a ${name}="${value}"`);
        continue;
      }
      if (!value.startsWith('#')) faults.push(`a link leads to ${value}`);
      else if (!known.has(decodeURIComponent(value.slice(1))))
        faults.push(`a link leads nowhere: ${value}`);
    }
    for (const name of ['aria-labelledby', 'aria-describedby', 'headers', 'for']) {
      const named = element.getAttribute(name)?.split(/\s+/) ?? [];
      faults.push(
        ...named.filter((id) => !known.has(id)).map((id) => `${name} names nobody: ${id}`),
      );
    }
  }
  return faults;
}

/**
 * All text of the page, or of each place that the selector names; what is folded away too. A blank for white space and between
 * blocks.
 */
export function textsOf(selector) {
  const textOf = (place) => {
    let text = '';
    const read = (node) => {
      if (node.nodeType === Node.TEXT_NODE) text += node.data;
      if (node.nodeType !== Node.ELEMENT_NODE) return;
      const isApart = node instanceof SVGElement || getComputedStyle(node).display !== 'inline';
      if (isApart) text += ' ';
      for (const child of node.childNodes) read(child);
      if (isApart) text += ' ';
    };
    read(place);
    return text.replace(/\s+/g, ' ').trim();
  };
  return [...document.querySelectorAll(selector)].map(textOf);
}

/** A big page without what is folded away, which would take an engine minutes. */
export function removeFolded() {
  for (const folded of document.querySelectorAll('details:not([open]) > :not(summary)'))
    folded.remove();
}

export function openAll() {
  for (const details of document.querySelectorAll('details')) details.open = true;
}

/** What the Tab key should reach, in order. */
export function focusable() {
  return [...document.querySelectorAll('a[href], summary, [tabindex="0"]')]
    .filter(
      (element) =>
        element.tabIndex >= 0 && element.checkVisibility() && element.closest('defs') === null,
    )
    .map((element, index) => {
      element.dataset.place = String(index);
      return (element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 60);
    });
}

/** Where the focus is: the place in `focusable`, and whether it can be seen. */
export function focused() {
  const element = document.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const { bottom, left, right, top } = element.getBoundingClientRect();
  // A mark of a drawing shows what it means, too.
  const tip = element.querySelector('.tip');
  const isMarked = tip !== null && getComputedStyle(tip).opacity === '1';
  const isSeen =
    (isMarked || (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2)) &&
    right > 0 &&
    bottom > 0 &&
    left < innerWidth &&
    top < innerHeight;
  return { place: Number(element.dataset.place ?? -1), isSeen };
}

/**
 * Goes through all marks of drawings as the tabulator key does, and looks at the detail that comes up: whether it is seen,
 * and by how many pixels it sticks out of its drawing, or its words out of their box.
 */
export function detailsShown() {
  const beyond = (inner, outer) =>
    Math.max(
      outer.left - inner.left,
      inner.right - outer.right,
      outer.top - inner.top,
      inner.bottom - outer.bottom,
    );
  return [...document.querySelectorAll('.marks .m')].map((mark) => {
    mark.focus();
    const tip = mark.querySelector('.tip');
    const frame = tip.querySelector('rect').getBoundingClientRect();
    return {
      isSeen: getComputedStyle(tip).opacity === '1',
      out: Math.max(
        beyond(frame, mark.closest('svg').getBoundingClientRect()),
        beyond(tip.querySelector('text').getBoundingClientRect(), frame),
      ),
    };
  });
}
