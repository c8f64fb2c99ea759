import { launchBrowser } from './tabs.ts'
import { readFileSync } from 'node:fs'
const [dir, ...sheets] = process.argv.slice(2)
const b = await launchBrowser(); const c = await b.newContext(); const p = await c.newPage()
for (const [i, s] of sheets.entries()) {
  const [w, h, names] = s.split(':'); const files = names.split(',')
  await p.setViewportSize({ width: files.length * (Number(w) + 8), height: Number(h) })
  await p.setContent(`<body style="margin:0;background:#777;display:flex;gap:8px">` + files.map(f => `<div style="width:${w}px;height:${h}px;overflow:hidden;flex:none"><img style="width:${w}px" src="data:image/png;base64,${readFileSync(`${dir}/${f}.png`).toString('base64')}"></div>`).join(''))
  await p.screenshot({ path: `/tmp/sheet-${i}.png` })
}
await b.close()
