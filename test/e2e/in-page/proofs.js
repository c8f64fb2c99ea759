// What the proofs ask of a page from inside it. Loaded before the page's own scripts; leaves the page as it is.
{
  /** What moved while the page came in: how far, and which elements. */
  const moved = { shift: 0, elements: /** @type {string[]} */ ([]) }
  /** @typedef {{ readonly value: number, readonly sources: readonly { readonly node: Node | null }[] }} Shift */
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value, sources } = /** @type {Shift} */ (/** @type {unknown} */ (entry))
      moved.shift += value
      for (const { node } of sources) moved.elements.push(node instanceof Element ? nameOf(node) : `${node?.nodeName}`)
    }
  }).observe({ type: 'layout-shift', buffered: true })
  /** @type {string[]} */
  const refused = []
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    refused.push(`${violatedDirective} refused ${blockedURI}`),
  )

  const controls = 'a[href], button, input:not([type=hidden]), select, textarea, summary'
  const least = 24

  /** @param {Element} element */
  const isShown = (element) => {
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false
    const { width, height } = element.getBoundingClientRect()
    return width > 1 && height > 1
  }

  /** Kept for those who listen, or on its way in by focus: a pixel, or clipped to nothing. @param {Element} element */
  const isForListeners = (element) => {
    for (let part = /** @type {Element | null} */ (element); part; part = part.parentElement) {
      const { position, clipPath, width, height } = getComputedStyle(part)
      if (position === 'absolute' && (clipPath.startsWith('inset(50%') || width === '1px' || height === '1px'))
        return true
      if (part.classList.contains('skip')) return true
    }
    return false
  }

  /** @param {Element} element */
  const scrolls = (element) => {
    for (let part = element.parentElement; part && part !== document.body; part = part.parentElement)
      if (/auto|scroll/.test(getComputedStyle(part).overflowX)) return true
    return false
  }

  /** A short way to say which element is meant. @param {Element} element */
  const nameOf = (element) => {
    const text = (element.getAttribute('aria-label') ?? element.textContent ?? '').replace(/\s+/g, ' ').trim()
    const kind = element.getAttribute('class')
    return `<${element.localName}${kind ? `.${kind.split(/\s+/).join('.')}` : ''}> ${text.slice(0, 60)}`
  }

  /** Stands in a line of text, where WCAG 2.5.8 asks for no size. @param {Element} control */
  const isInText = (control) => {
    if (!getComputedStyle(control).display.startsWith('inline')) return false
    let block = control.parentElement
    while (block && getComputedStyle(block).display === 'inline') block = block.parentElement
    const own = (control.textContent ?? '').replace(/\s+/g, '').length
    const all = (block?.textContent ?? '').replace(/\s+/g, '').length
    return all > own
  }

  /** How far a click beside a control still reaches it, by a part of it that lies over its edges. @param {Element} control */
  const reachAround = (control) => {
    const { content, position, top, right, bottom, left } = getComputedStyle(control, '::after')
    if (content === 'none' || position !== 'absolute') return { width: 0, height: 0 }
    const out = (/** @type {string} */ inset) => Math.max(0, -Number.parseFloat(inset) || 0)
    return { width: out(left) + out(right), height: out(top) + out(bottom) }
  }

  /** One box for the control and what a click on its label reaches. @param {Element} control */
  const targetOf = (control) => {
    const labels = control instanceof HTMLInputElement ? [...(control.labels ?? [])] : []
    const boxes = [control, ...labels].flatMap((part) => [...part.getClientRects()])
    const left = Math.min(...boxes.map((box) => box.left))
    const right = Math.max(...boxes.map((box) => box.right))
    const top = Math.min(...boxes.map((box) => box.top))
    const bottom = Math.max(...boxes.map((box) => box.bottom))
    const around = reachAround(control)
    return { width: right - left + around.width, height: bottom - top + around.height }
  }

  /** Controls under 24 by 24 pixels that do not stand in a line of text. */
  const smallTargets = () =>
    [...document.querySelectorAll(controls)]
      .filter((control) => isShown(control) && !isForListeners(control) && !isInText(control))
      .map((control) => ({ control, ...targetOf(control) }))
      .filter(({ width, height }) => width < least - 0.5 || height < least - 0.5)
      .map(({ control, width, height }) => `target ${Math.round(width)}×${Math.round(height)}: ${nameOf(control)}`)

  /** Text that sticks out of the window or is cut by its own box. */
  const cutText = () => {
    const found = new Set()
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement
      if (!element || !node.nodeValue?.trim() || !isShown(element) || isForListeners(element)) continue
      if (element.closest('option, script, style, noscript')) continue
      range.selectNodeContents(node)
      const isOut = [...range.getClientRects()].some(
        (box) => box.width > 1 && (box.left < -1 || box.right > innerWidth + 1),
      )
      if (isOut && !scrolls(element)) found.add(`text out of the window: ${nameOf(element)}`)
    }
    for (const element of document.body.querySelectorAll('*')) {
      if (!element.textContent?.trim() || !isShown(element) || isForListeners(element)) continue
      const { overflowX, overflowY, display, webkitLineClamp, textOverflow } = getComputedStyle(element)
      if (display === 'inline' || element instanceof SVGElement) continue
      // Shortened on purpose, with a sign that it is.
      if (webkitLineClamp !== 'none' || textOverflow === 'ellipsis') continue
      const isCutX = /hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1
      const isCutY = /hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 1
      if (isCutX || isCutY) found.add(`text cut: ${nameOf(element)}`)
    }
    return [...found]
  }

  /** Wider than the window: the page would scroll sideways. */
  const sideways = () => {
    const { scrollWidth } = document.scrollingElement ?? document.documentElement
    if (scrollWidth <= innerWidth) return []
    const widest = [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 1 && !scrolls(element))
      .at(-1)
    return [`${scrollWidth} pixels wide in ${innerWidth}${widest ? `: ${nameOf(widest)}` : ''}`]
  }

  /** One h1, no level left out. */
  const headings = () => {
    const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
      .filter((heading) => heading.checkVisibility())
      .map((heading) => ({ level: Number(heading.localName[1]), heading }))
    const firsts = levels.filter(({ level }) => level === 1).length
    return [
      ...(firsts === 1 ? [] : [`${firsts} first headings`]),
      ...levels
        .filter(({ level }, index) => level > (levels[index - 1]?.level ?? 0) + 1)
        .map(({ level, heading }) => `level ${level} comes too early: ${nameOf(heading)}`),
    ]
  }

  /** What moves although the reader asked for stillness. */
  const motion = () => [
    ...document
      .getAnimations()
      .filter(({ playState }) => playState === 'running')
      .map((animation) => `runs: ${animation.id || animation.constructor.name}`),
    ...[...document.querySelectorAll('*')]
      .filter((element) => {
        const { transitionDuration, animationDuration, animationName, scrollBehavior } = getComputedStyle(element)
        const seconds = (/** @type {string} */ list) =>
          Math.max(...list.split(',').map((each) => Number.parseFloat(each)))
        const isAnimated = animationName !== 'none' && seconds(animationDuration) > 0.001
        return seconds(transitionDuration) > 0.001 || isAnimated || scrollBehavior === 'smooth'
      })
      .map((element) => `would move: ${nameOf(element)}`),
  ]

  /** Texts of the interface, shown, spoken or kept for later, that stand outside of ⟦ and ⟧. */
  const interfaceText = () => {
    /** @type {string[]} */
    const found = []
    let depth = 0
    /** @param {string} text */
    const add = (text) => {
      let outside = ''
      for (const letter of text) {
        if (letter === '⟦') depth += 1
        if (depth === 0) outside += letter
        if (letter === '⟧') {
          depth -= 1
          if (depth === 0) outside += '\n'
        }
      }
      found.push(
        ...outside
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean),
      )
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (!node.parentElement?.closest('script, style, noscript, code, kbd, textarea[readonly]'))
        add((node.nodeValue ?? '').replace(/\s+/g, ' '))
    depth = 0
    add(document.title)
    for (const element of document.querySelectorAll('*')) {
      for (const name of ['aria-label', 'aria-description', 'aria-roledescription', 'title', 'placeholder', 'alt'])
        if (element.hasAttribute(name)) add(element.getAttribute(name) ?? '')
      for (const side of ['::before', '::after']) {
        const quoted = /^"(.*)"$/.exec(getComputedStyle(element, side).content)?.[1]
        if (quoted) add(quoted)
      }
    }
    return found
  }

  /** @param {string} color */
  const isClear = (color) => color === 'transparent' || /^rgba\(.*, 0\)$|\/ 0\)$/.test(color)

  /** Shapes that a color alone draws: found in the usual colors, they must still be there when colors are forced. */
  const drawnByColor = () =>
    [...document.body.querySelectorAll('*')].filter((element) => {
      if (element instanceof SVGElement || element.textContent?.trim() || element.children.length > 0) return false
      if (!isShown(element) || element.matches('input, select, textarea, button, img, hr, iframe, video')) return false
      return !isClear(getComputedStyle(element).backgroundColor)
    })

  /** @type {readonly Element[]} */
  let drawn = []

  const forced = {
    remember() {
      drawn = drawnByColor()
    },
    /** Shapes lost against the page once colors are forced. */
    lost() {
      const canvas = getComputedStyle(document.documentElement).backgroundColor
      const page = isClear(canvas) ? getComputedStyle(document.body).backgroundColor : canvas
      return drawn
        .filter((element) => {
          const { backgroundColor, borderTopStyle, borderInlineStartStyle, outlineStyle } = getComputedStyle(element)
          const hasEdge = [borderTopStyle, borderInlineStartStyle, outlineStyle].some((style) => style !== 'none')
          return !hasEdge && (isClear(backgroundColor) || backgroundColor === page)
        })
        .map(
          (element) => `vanishes in forced colors: ${nameOf(element)} in ${nameOf(element.parentElement ?? element)}`,
        )
    },
  }

  /** Handles that only a script can move; they show nothing that does not stand on the page without them. */
  const handles = '.zoom, share-page, push-here, noscript'

  /** What can be read: the text shown in the main part. */
  const text = () => {
    const main = /** @type {HTMLElement} */ (document.querySelector('main'))
    const hidden = /** @type {NodeListOf<HTMLElement>} */ (main.querySelectorAll(handles))
    for (const handle of hidden) handle.style.display = 'none'
    // biome-ignore lint/performance/useDomNodeTextContent: what is not shown cannot be read
    const shown = main.innerText.replace(/\s+/g, ' ').trim()
    for (const handle of hidden) handle.style.display = ''
    return shown
  }

  Object.assign(globalThis, {
    proofs: {
      layout: () => [...sideways(), ...cutText(), ...smallTargets()],
      sideways,
      headings,
      interfaceText,
      motion,
      forced,
      moved: () => moved,
      refused: () => refused,
      text,
      frame: () => ({
        lang: document.documentElement.lang,
        dir: document.documentElement.dir,
        title: document.title,
      }),
    },
  })
}
