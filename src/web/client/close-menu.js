// Menus open and close without script; with it, they also close on Escape, on a click elsewhere and when another opens.

/** @param {Node | undefined} [inside] */
function closeMenus(inside) {
  for (const menu of /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll('details.menu[open]'))) {
    if (inside && menu.contains(inside)) continue
    const hadFocus = menu.contains(document.activeElement)
    menu.open = false
    if (hadFocus) menu.querySelector('summary')?.focus()
  }
}

document.addEventListener('click', (event) => closeMenus(/** @type {Node} */ (event.target)))
document.addEventListener('keydown', (event) => event.key === 'Escape' && closeMenus())
