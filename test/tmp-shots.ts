import { openBrowser, serveExamples } from './e2e/browser.ts'
const site = await serveExamples()
const pages = [['fr','/articles/article-wire/in/fr'],['beside','/articles/article-wire/in/fr?beside=1'],['ar','/articles/article-wire/in/ar'],['de','/articles/article-wire/in/de'],['choose','/articles/article-wire/in?said=over-budget.200'],['off','/articles/article-arabic/in/en'],['settings','/settings/translation'],['article','/articles/article-wire']]
for (const [name, options] of [['light',{viewport:{width:1200,height:900}}],['dark',{viewport:{width:1200,height:900},colorScheme:'dark'}],['phone',{viewport:{width:320,height:700}}],['arabic',{viewport:{width:1200,height:900},locale:'ar'}]] as const) {
  const browser = await openBrowser(options as never)
  const page = await browser.newPage()
  for (const [p, path] of pages) { await page.goto(site.origin + path); await page.screenshot({ path: `/tmp/tr-shots/${name}-${p}.png`, fullPage: name !== 'phone' ? false : false }) }
  await browser.close()
}
await site.close()
process.exit(0)
