// The menu opens and closes without script; with it, it also closes on Escape and on a click elsewhere.

/** @param {Node | undefined} [inside] */
function closeMenu(inside) {
  const menu = /** @type {HTMLDetailsElement | null} */ (document.querySelector('.more-places[open]'))
  if (!menu || (inside && menu.contains(inside))) return
  const hadFocus = menu.contains(document.activeElement)
  menu.open = false
  if (hadFocus) menu.querySelector('summary')?.focus()
}

document.addEventListener('click', (event) => closeMenu(/** @type {Node} */ (event.target)))
document.addEventListener('keydown', (event) => event.key === 'Escape' && closeMenu())
