import type { Page } from 'playwright-core'

/**
 * Waits until what is done has led to another page and that has loaded. A click is over as soon as the next page begins to come in:
 * what is counted then may not be there yet.
 */
export async function leave(page: Page, doing: Promise<unknown>): Promise<void> {
  await Promise.all([page.waitForEvent('load'), doing])
}

/** Waits until the server has answered what is sent by a form: a page with scripts shows it as done before that. */
export async function posted(page: Page, doing: Promise<unknown>): Promise<void> {
  await Promise.all([page.waitForResponse((answer) => answer.request().method() === 'POST'), doing])
}

/** Presses g and the key of a place at once: where each waits for the one before, a busy machine may press the second too late. */
export async function pressGo(page: Page, key: string): Promise<void> {
  await Promise.all([page.keyboard.press('g'), page.keyboard.press(key)])
}
