// Keeps what is chosen under “Aa”: the style sheet shows it at once. Escape leaves the focus mode.
import { sayFailed } from './toast.js'
import { fieldsOf, send } from './undo-form.js'

document.addEventListener('change', async ({ target }) => {
  const form = target instanceof HTMLInputElement ? target.form : null
  if (form?.dataset.look !== undefined && !(await send(form.action, fieldsOf(form, null)))) sayFailed()
})
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !event.defaultPrevented && location.hash === '#focus') location.hash = 'unfocus'
})
