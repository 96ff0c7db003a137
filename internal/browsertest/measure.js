// What a reader meets on the page: how far it is wider than its window, how
// light it is, the least contrast of any text with what is behind it (WCAG 2.1),
// and how much room the most squeezed text of some length has, in sizes of its
// font.
(() => {
  const channels = color => color.match(/[\d.]+/g).map(Number)
  const visible = color => channels(color)[3] !== 0
  const luminance = color => {
    const [r, g, b] = channels(color).map(c => c / 255).map(c => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4)
    return .2126 * r + .7152 * g + .0722 * b
  }
  const contrast = (a, b) => (Math.max(luminance(a), luminance(b)) + .05) / (Math.min(luminance(a), luminance(b)) + .05)
  const behind = element => {
    const color = getComputedStyle(element).backgroundColor
    return visible(color) || !element.parentElement ? color : behind(element.parentElement)
  }
  const ink = element => getComputedStyle(element)[element.namespaceURI.endsWith("svg") ? "fill" : "color"]
  const room = text => {
    const range = document.createRange()
    range.selectNodeContents(text)
    const width = range.getBoundingClientRect().width
    return width ? width / parseFloat(getComputedStyle(text.parentElement).fontSize) : 100 // not displayed
  }
  const contrasts = [], rooms = [100]
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement
    const text = walker.currentNode.data.trim()
    if (!text || element.closest("title, desc, style, script")) continue
    contrasts.push(contrast(ink(element), behind(element)))
    if (text.length >= 8) rooms.push(room(walker.currentNode))
  }
  return {
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    luminance: luminance(getComputedStyle(document.body).backgroundColor),
    texts: contrasts.length, contrast: Math.min(21, ...contrasts), room: Math.min(...rooms),
  }
})()
