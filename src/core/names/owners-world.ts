import type { OutletOwner } from './outlet-families.ts'

/** Owners in the rest of the world. See `outlet-families.ts`. */
export const otherCountries: readonly OutletOwner[] = [
  {
    owner: 'Nine Entertainment',
    asOf: '2025-06',
    see: 'nineforbrands.com.au',
    hosts: `smh.com.au theage.com.au afr.com brisbanetimes.com.au watoday.com.au 9news.com.au nine.com.au`,
  },
  {
    owner: 'Seven West Media',
    asOf: '2025-06',
    see: 'sevenwestmedia.com.au',
    hosts: `thewest.com.au perthnow.com.au thenightly.com.au 7news.com.au`,
  },
  {
    owner: 'NZME',
    asOf: '2025-06',
    see: 'nzme.co.nz',
    hosts: `nzherald.co.nz newstalkzb.co.nz`,
  },
  {
    owner: 'Stuff',
    asOf: '2025-06',
    see: 'stuff.co.nz',
    hosts: `stuff.co.nz thepost.co.nz thepress.co.nz waikatotimes.co.nz`,
  },
  {
    owner: 'Nikkei',
    asOf: '2025-06',
    see: 'nikkei.com',
    hosts: `nikkei.com ft.com`,
  },
  {
    owner: 'SPH Media',
    asOf: '2025-06',
    see: 'sph.com.sg',
    hosts: `straitstimes.com businesstimes.com.sg zaobao.com.sg`,
  },
  {
    owner: 'Mediacorp',
    asOf: '2025-06',
    see: 'mediacorp.sg',
    hosts: `channelnewsasia.com todayonline.com 8world.com`,
  },
  {
    owner: 'The Times Group',
    asOf: '2025-06',
    see: 'timesofindia.indiatimes.com',
    hosts: `indiatimes.com timesnownews.com`,
  },
  {
    owner: 'HT Media',
    asOf: '2025-06',
    see: 'htmedia.in',
    hosts: `hindustantimes.com livemint.com livehindustan.com`,
  },
  {
    owner: 'The Hindu Group',
    asOf: '2025-06',
    see: 'thehindugroup.com',
    hosts: `thehindu.com thehindubusinessline.com`,
  },
  {
    owner: 'The Indian Express Group',
    asOf: '2025-06',
    see: 'indianexpress.com',
    hosts: `indianexpress.com financialexpress.com jansatta.com loksatta.com`,
  },
  {
    owner: 'Network18',
    asOf: '2025-06',
    see: 'nw18.com',
    hosts: `news18.com cnbctv18.com firstpost.com moneycontrol.com`,
  },
  {
    owner: 'India Today Group',
    asOf: '2025-06',
    see: 'indiatoday.in',
    hosts: `indiatoday.in aajtak.in businesstoday.in`,
  },
  {
    owner: 'NDTV',
    asOf: '2025-06',
    see: 'ndtv.com',
    hosts: `ndtv.com ndtvprofit.com`,
  },
  {
    owner: 'Al Jazeera',
    asOf: '2025-06',
    see: 'network.aljazeera.net',
    hosts: `aljazeera.com aljazeera.net`,
  },
  {
    owner: 'SRMG',
    asOf: '2025-06',
    see: 'srmg.com',
    hosts: `
      aawsat.com arabnews.com arabnews.pk arabnews.jp arabnews.fr independentarabia.com asharq.com
      asharqbusiness.com`,
  },
  {
    owner: 'MBC Group',
    asOf: '2025-06',
    see: 'mbc.net',
    hosts: `alarabiya.net mbc.net`,
  },
  {
    owner: 'Media24',
    asOf: '2025-06',
    see: 'media24.com',
    hosts: `news24.com netwerk24.com`,
  },
  {
    owner: 'Arena Holdings',
    asOf: '2025-06',
    see: 'arena.africa',
    hosts: `timeslive.co.za sowetanlive.co.za businesslive.co.za`,
  },
  {
    owner: 'Nation Media Group',
    asOf: '2025-06',
    see: 'nationmedia.com',
    hosts: `nation.africa monitor.co.ug thecitizen.co.tz theeastafrican.co.ke businessdailyafrica.com`,
  },
  {
    owner: 'Grupo Clarín',
    asOf: '2025-06',
    see: 'grupoclarin.com',
    hosts: `clarin.com lavoz.com.ar ole.com.ar tn.com.ar`,
  },
]
