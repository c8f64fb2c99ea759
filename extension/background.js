import { api, say } from './browser.js'

/** The menu item that checks the selected words. */
const menuItem = 'check'

api.runtime.onInstalled.addListener(async () => {
  await api.contextMenus.removeAll()
  api.contextMenus.create({ id: menuItem, title: say('checkSelection'), contexts: ['selection'] })
})

api.contextMenus.onClicked.addListener(({ menuItemId, selectionText = '' }, tab) => {
  if (menuItemId !== menuItem) return
  // The popup checks them at once: choosing the item was the reader's request.
  const asked = api.storage.session.set({ asked: { words: selectionText, url: tab?.url ?? '' } })
  // Not after an await: Firefox opens a popup only while it handles the click.
  openPopup().catch(async () => {
    await asked
    await api.tabs.create({ url: api.runtime.getURL('popup.html') })
  })
})

async function openPopup() {
  await api.action.openPopup()
}
