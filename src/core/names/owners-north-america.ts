import type { OutletOwner } from './outlet-families.ts'

/** Owners in the United States and Canada, with their titles elsewhere. See `outlet-families.ts`. */
export const northAmerica: readonly OutletOwner[] = [
  {
    owner: 'USA Today Co. (Gannett)',
    asOf: '2025-11',
    see: 'usatodayco.com',
    hosts: `
      usatoday.com freep.com azcentral.com indystar.com jsonline.com tennessean.com cincinnati.com
      courier-journal.com commercialappeal.com dispatch.com desmoinesregister.com northjersey.com app.com
      lohud.com democratandchronicle.com oklahoman.com palmbeachpost.com jacksonville.com floridatoday.com
      news-press.com naplesnews.com tcpalm.com tallahassee.com pnj.com providencejournal.com telegram.com
      delawareonline.com knoxnews.com clarionledger.com greenvilleonline.com rgj.com desertsun.com vcstar.com
      sctimes.com argusleader.com greenbaypressgazette.com postcrescent.com lansingstatejournal.com
      citizen-times.com burlingtonfreepress.com savannahnow.com beaconjournal.com coloradoan.com
      statesmanjournal.com heraldscotland.com thenational.scot glasgowtimes.co.uk theargus.co.uk dailyecho.co.uk
      bournemouthecho.co.uk dorsetecho.co.uk oxfordmail.co.uk swindonadvertiser.co.uk yorkpress.co.uk
      thenorthernecho.co.uk thetelegraphandargus.co.uk theboltonnews.co.uk lancashiretelegraph.co.uk
      southwalesargus.co.uk gazette-news.co.uk echo-news.co.uk worcesternews.co.uk herefordtimes.com
      watfordobserver.co.uk warringtonguardian.co.uk leaderlive.co.uk newsandstar.co.uk edp24.co.uk eadt.co.uk
      ipswichstar.co.uk eveningnews24.co.uk hamhigh.co.uk`,
  },
  {
    owner: 'News Corp',
    asOf: '2025-06',
    see: 'newscorp.com',
    hosts: `
      wsj.com barrons.com marketwatch.com nypost.com pagesix.com thetimes.com thetimes.co.uk thesun.co.uk
      the-sun.com thescottishsun.co.uk thesun.ie talksport.com theaustralian.com.au news.com.au heraldsun.com.au
      dailytelegraph.com.au couriermail.com.au adelaidenow.com.au themercury.com.au ntnews.com.au
      geelongadvertiser.com.au goldcoastbulletin.com.au townsvillebulletin.com.au cairnspost.com.au skynews.com.au`,
  },
  {
    owner: 'Fox Corporation',
    asOf: '2025-06',
    see: 'foxcorporation.com',
    hosts: `foxnews.com foxbusiness.com outkick.com livenowfox.com`,
  },
  {
    owner: 'McClatchy',
    asOf: '2025-06',
    see: 'mcclatchy.com',
    hosts: `
      miamiherald.com elnuevoherald.com kansascity.com kansas.com sacbee.com fresnobee.com modbee.com
      mercedsunstar.com sanluisobispo.com charlotteobserver.com newsobserver.com heraldsun.com heraldonline.com
      thestate.com islandpacket.com myrtlebeachonline.com star-telegram.com kentucky.com idahostatesman.com
      thenewstribune.com theolympian.com bellinghamherald.com tri-cityherald.com bradenton.com bnd.com
      sunherald.com macon.com ledger-enquirer.com centredaily.com`,
  },
  {
    owner: 'Lee Enterprises',
    asOf: '2025-06',
    see: 'lee.net',
    hosts: `
      stltoday.com omaha.com journalstar.com buffalonews.com richmond.com roanoke.com newsadvance.com
      dailyprogress.com tulsaworld.com tucson.com greensboro.com journalnow.com nwitimes.com billingsgazette.com
      missoulian.com helenair.com mtstandard.com rapidcityjournal.com bismarcktribune.com qctimes.com
      pantagraph.com wcfcourier.com siouxcityjournal.com pressofatlanticcity.com lacrossetribune.com
      magicvalley.com trib.com theeagle.com wacotrib.com`,
  },
  {
    owner: 'Advance',
    asOf: '2025-06',
    see: 'advance.com',
    hosts: `
      nj.com cleveland.com oregonlive.com al.com mlive.com masslive.com pennlive.com syracuse.com silive.com
      lehighvalleylive.com newyorker.com wired.com vanityfair.com arstechnica.com`,
  },
  {
    owner: 'Hearst',
    asOf: '2025-10',
    see: 'hearst.com',
    hosts: `
      sfchronicle.com sfgate.com houstonchronicle.com chron.com expressnews.com mysanantonio.com statesman.com
      dallasnews.com timesunion.com ctpost.com ctinsider.com nhregister.com newstimes.com stamfordadvocate.com
      greenwichtime.com wcvb.com wtae.com kcra.com wbaltv.com wmur.com ketv.com wesh.com kmbc.com wlwt.com
      wisn.com`,
  },
  {
    owner: 'Alden Global Capital',
    asOf: '2025-06',
    see: 'medianewsgroup.com',
    hosts: `
      chicagotribune.com nydailynews.com denverpost.com mercurynews.com eastbaytimes.com ocregister.com
      dailynews.com presstelegram.com dailybreeze.com sgvtribune.com pe.com sandiegouniontribune.com marinij.com
      twincities.com bostonherald.com orlandosentinel.com sun-sentinel.com courant.com mcall.com dailypress.com
      pilotonline.com dailycamera.com macombdaily.com theoaklandpress.com readingeagle.com delcotimes.com`,
  },
  {
    owner: 'Sinclair',
    asOf: '2025-06',
    see: 'sbgi.net',
    hosts: `
      thenationaldesk.com komonews.com katu.com wjla.com foxbaltimore.com kutv.com wpde.com wgme.com ktul.com
      okcfox.com kfoxtv.com cbsaustin.com news4sanantonio.com weartv.com wlos.com wcyb.com wsbt.com wchstv.com
      krcrtv.com ktvl.com kval.com keprtv.com kimatv.com nbcmontana.com idahonews.com mynews4.com local12.com
      abc6onyourside.com wtov9.com cbs12.com newschannel9.com`,
  },
  {
    owner: 'Nexstar',
    asOf: '2025-06',
    see: 'nexstar.tv',
    hosts: `
      newsnationnow.com thehill.com wgntv.com ktla.com pix11.com kron4.com kxan.com wfla.com fox8.com wkrn.com
      kdvr.com fox59.com wreg.com wric.com fox4kc.com wavy.com krqe.com wfxrtv.com koin.com fox5sandiego.com
      fox2now.com nbc4i.com wivb.com whnt.com wjhl.com`,
  },
  {
    owner: 'Gray Media',
    asOf: '2025-06',
    see: 'graymedia.com',
    hosts: `
      wsfa.com wbtv.com wbrc.com kwch.com cleveland19.com wafb.com fox8live.com fox19.com wave3.com
      actionnews5.com kctv5.com atlantanewsfirst.com wtoc.com wcax.com wabi.tv`,
  },
  {
    owner: 'Scripps',
    asOf: '2025-06',
    see: 'scripps.com',
    hosts: `
      scrippsnews.com wptv.com denver7.com 10news.com wxyz.com wcpo.com tmj4.com abc15.com abcactionnews.com
      kshb.com news5cleveland.com wtkr.com ktnv.com`,
  },
  {
    owner: 'Comcast (NBCUniversal, Sky)',
    asOf: '2025-06',
    see: 'corporate.comcast.com',
    hosts: `
      nbcnews.com today.com telemundo.com nbcnewyork.com nbclosangeles.com nbcchicago.com nbcwashington.com
      nbcphiladelphia.com nbcboston.com nbcbayarea.com nbcdfw.com nbcmiami.com nbcsandiego.com nbcconnecticut.com
      sky.com skynews.com skysports.com`,
  },
  {
    owner: 'Disney',
    asOf: '2025-06',
    see: 'thewaltdisneycompany.com',
    hosts: `
      abcnews.go.com abcnews.com abc7.com abc7ny.com abc7chicago.com abc7news.com 6abc.com abc11.com abc13.com
      abc30.com espn.com`,
  },
  {
    owner: 'The New York Times Company',
    asOf: '2025-06',
    see: 'nytco.com',
    hosts: `nytimes.com theathletic.com`,
  },
  {
    owner: 'Vox Media',
    asOf: '2025-06',
    see: 'voxmedia.com',
    hosts: `vox.com theverge.com nymag.com vulture.com thecut.com sbnation.com eater.com`,
  },
  {
    owner: 'Penske Media',
    asOf: '2025-06',
    see: 'pmc.com',
    hosts: `variety.com hollywoodreporter.com rollingstone.com deadline.com billboard.com indiewire.com wwd.com`,
  },
  {
    owner: 'Postmedia',
    asOf: '2025-06',
    see: 'postmedia.com',
    hosts: `
      nationalpost.com financialpost.com montrealgazette.com ottawacitizen.com ottawasun.com vancouversun.com
      theprovince.com calgaryherald.com calgarysun.com edmontonjournal.com edmontonsun.com torontosun.com
      leaderpost.com thestarphoenix.com windsorstar.com lfpress.com saltwire.com`,
  },
  {
    owner: 'Torstar',
    asOf: '2025-06',
    see: 'torstar.com',
    hosts: `
      thestar.com thespec.com therecord.com niagarafallsreview.ca stcatharinesstandard.ca wellandtribune.ca
      thepeterboroughexaminer.com`,
  },
  {
    owner: 'Bell Media',
    asOf: '2025-06',
    see: 'bellmedia.ca',
    hosts: `ctvnews.ca bnnbloomberg.ca cp24.com`,
  },
  {
    owner: 'Québecor',
    asOf: '2025-06',
    see: 'quebecor.com',
    hosts: `journaldemontreal.com journaldequebec.com tvanouvelles.ca qub.ca`,
  },
  {
    owner: 'CBC/Radio-Canada',
    asOf: '2025-06',
    see: 'cbc.radio-canada.ca',
    hosts: `cbc.ca radio-canada.ca`,
  },
]
