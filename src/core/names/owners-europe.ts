import type { OutletOwner } from './outlet-families.ts'

/** Owners in continental Europe, with their titles elsewhere. See `outlet-families.ts`. */
export const europe: readonly OutletOwner[] = [
  {
    owner: 'Axel Springer',
    asOf: '2025-06',
    see: 'axelspringer.com',
    hosts: `
      bild.de welt.de bz-berlin.de computerbild.de politico.com politico.eu eenews.net businessinsider.com
      businessinsider.de morningbrew.com onet.pl fakt.pl`,
  },
  {
    owner: 'Funke',
    asOf: '2025-06',
    see: 'funkemedien.de',
    hosts: `
      waz.de nrz.de wp.de wr.de ikz-online.de abendblatt.de morgenpost.de thueringer-allgemeine.de tlz.de otz.de
      braunschweiger-zeitung.de`,
  },
  {
    owner: 'Madsack',
    asOf: '2025-06',
    see: 'madsack.de',
    hosts: `
      rnd.de haz.de neuepresse.de lvz.de dnn.de ostsee-zeitung.de ln-online.de kn-online.de maz-online.de
      goettinger-tageblatt.de paz-online.de`,
  },
  {
    owner: 'Ippen',
    asOf: '2025-06',
    see: 'ippen.media',
    hosts: `merkur.de tz.de hna.de fr.de op-online.de kreiszeitung.de wa.de come-on.de soester-anzeiger.de`,
  },
  {
    owner: 'DuMont',
    asOf: '2025-06',
    see: 'dumont.de',
    hosts: `ksta.de rundschau-online.de express.de`,
  },
  {
    owner: 'RTL Deutschland',
    asOf: '2025-06',
    see: 'company.rtl.com',
    hosts: `n-tv.de ntv.de rtl.de stern.de geo.de`,
  },
  {
    owner: 'Mediahuis',
    asOf: '2025-06',
    see: 'mediahuis.com',
    hosts: `
      standaard.be nieuwsblad.be gva.be hbvl.be telegraaf.nl nrc.nl limburger.nl noordhollandsdagblad.nl dvhn.nl
      lc.nl independent.ie belfasttelegraph.co.uk sundayworld.com wort.lu aachener-zeitung.de`,
  },
  {
    owner: 'DPG Media',
    asOf: '2025-07',
    see: 'dpgmediagroup.com',
    hosts: `
      hln.be demorgen.be humo.be 7sur7.be ad.nl volkskrant.nl trouw.nl parool.nl nu.nl rtl.nl rtlnieuws.nl
      bndestem.nl tubantia.nl gelderlander.nl ed.nl bd.nl pzc.nl destentor.nl`,
  },
  {
    owner: 'Rossel',
    asOf: '2025-06',
    see: 'rossel.be',
    hosts: `lesoir.be sudinfo.be lavoixdunord.fr nordlittoral.fr lunion.fr courrier-picard.fr paris-normandie.fr`,
  },
  {
    owner: 'IPM',
    asOf: '2025-06',
    see: 'ipmgroup.be',
    hosts: `lalibre.be dhnet.be lavenir.net`,
  },
  {
    owner: 'Ebra',
    asOf: '2025-06',
    see: 'ebra.fr',
    hosts: `
      dna.fr lalsace.fr estrepublicain.fr republicain-lorrain.fr vosgesmatin.fr bienpublic.com lejsl.com
      leprogres.fr ledauphine.com`,
  },
  {
    owner: 'Sipa Ouest-France',
    asOf: '2025-06',
    see: 'sipaouestfrance.fr',
    hosts: `ouest-france.fr actu.fr`,
  },
  {
    owner: 'Groupe Sud Ouest',
    asOf: '2025-06',
    see: 'groupesudouest.com',
    hosts: `sudouest.fr charentelibre.fr larepubliquedespyrenees.fr`,
  },
  {
    owner: 'La Dépêche',
    asOf: '2025-06',
    see: 'ladepeche.fr',
    hosts: `ladepeche.fr midilibre.fr lindependant.fr centrepresseaveyron.fr nrpyrenees.fr petitbleu.fr`,
  },
  {
    owner: 'Centre France',
    asOf: '2025-06',
    see: 'centrefrance.com',
    hosts: `lamontagne.fr lepopulaire.fr lejdc.fr leberry.fr larep.fr lechorepublicain.fr lyonne.fr leveil.fr`,
  },
  {
    owner: 'CMA CGM',
    asOf: '2025-06',
    see: 'cmacgm-group.com',
    hosts: `bfmtv.com rmc.fr latribune.fr laprovence.com corsematin.com`,
  },
  {
    owner: 'LVMH (Les Echos-Le Parisien)',
    asOf: '2025-06',
    see: 'lesechosleparisien.fr',
    hosts: `lesechos.fr leparisien.fr`,
  },
  {
    owner: 'Le Monde',
    asOf: '2025-06',
    see: 'lemonde.fr',
    hosts: `lemonde.fr nouvelobs.com telerama.fr courrierinternational.com huffingtonpost.fr`,
  },
  {
    owner: 'Bolloré',
    asOf: '2025-06',
    see: 'bollore.com',
    hosts: `cnews.fr europe1.fr lejdd.fr`,
  },
  {
    owner: 'France Médias Monde',
    asOf: '2025-06',
    see: 'francemediasmonde.com',
    hosts: `france24.com rfi.fr mc-doualiya.com`,
  },
  {
    owner: 'PRISA',
    asOf: '2025-06',
    see: 'prisa.com',
    hosts: `elpais.com as.com cadenaser.com huffingtonpost.es caracol.com.co wradio.com.co`,
  },
  {
    owner: 'Vocento',
    asOf: '2025-06',
    see: 'vocento.com',
    hosts: `
      abc.es elcorreo.com diariovasco.com lasprovincias.es ideal.es diariosur.es laverdad.es elnortedecastilla.es
      eldiariomontanes.es elcomercio.es hoy.es larioja.com burgosconecta.es`,
  },
  {
    owner: 'RCS MediaGroup (Cairo)',
    asOf: '2025-06',
    see: 'rcsmediagroup.it',
    hosts: `corriere.it gazzetta.it la7.it elmundo.es marca.com expansion.com`,
  },
  {
    owner: 'Prensa Ibérica',
    asOf: '2025-06',
    see: 'prensaiberica.es',
    hosts: `
      elperiodico.com epe.es sport.es lne.es levante-emv.com farodevigo.es laopiniondemurcia.es
      laopiniondemalaga.es laopiniondezamora.es laopinioncoruna.es informacion.es diariodemallorca.es
      laprovincia.es eldia.es diariocordoba.com elperiodicodearagon.com elperiodicoextremadura.com
      elperiodicomediterraneo.com regio7.cat diaridegirona.cat emporda.info`,
  },
  {
    owner: 'Atresmedia',
    asOf: '2025-06',
    see: 'atresmedia.com',
    hosts: `antena3.com lasexta.com ondacero.es`,
  },
  {
    owner: 'MFE-MediaForEurope',
    asOf: '2025-06',
    see: 'mfemediaforeurope.com',
    hosts: `mediaset.it tgcom24.it telecinco.es cuatro.com`,
  },
  {
    owner: 'Caltagirone Editore',
    asOf: '2025-06',
    see: 'caltagironeeditore.com',
    hosts: `ilmessaggero.it ilmattino.it ilgazzettino.it corriereadriatico.it quotidianodipuglia.it leggo.it`,
  },
  {
    owner: 'Monrif',
    asOf: '2025-06',
    see: 'quotidiano.net',
    hosts: `quotidiano.net ilrestodelcarlino.it lanazione.it ilgiorno.it`,
  },
  {
    owner: 'Angelucci',
    asOf: '2025-06',
    see: 'iltempo.it',
    hosts: `ilgiornale.it liberoquotidiano.it iltempo.it`,
  },
  {
    owner: 'TX Group',
    asOf: '2025-06',
    see: 'tx.group',
    hosts: `tagesanzeiger.ch 20min.ch bernerzeitung.ch derbund.ch bazonline.ch 24heures.ch tdg.ch lematin.ch`,
  },
  {
    owner: 'CH Media',
    asOf: '2025-06',
    see: 'chmedia.ch',
    hosts: `
      aargauerzeitung.ch luzernerzeitung.ch tagblatt.ch watson.ch badenertagblatt.ch bzbasel.ch
      solothurnerzeitung.ch`,
  },
  {
    owner: 'Schibsted',
    asOf: '2025-06',
    see: 'schibstedmedia.com',
    hosts: `vg.no aftenposten.no bt.no aftenbladet.no e24.no aftonbladet.se svd.se omni.se`,
  },
  {
    owner: 'Bonnier News',
    asOf: '2025-06',
    see: 'bonniernews.se',
    hosts: `dn.se expressen.se di.se sydsvenskan.se hd.se gp.se`,
  },
  {
    owner: 'JP/Politikens Hus',
    asOf: '2025-06',
    see: 'jppol.dk',
    hosts: `politiken.dk jyllands-posten.dk ekstrabladet.dk finans.dk`,
  },
  {
    owner: 'Sanoma',
    asOf: '2025-06',
    see: 'sanoma.com',
    hosts: `hs.fi is.fi aamulehti.fi satakunnankansa.fi`,
  },
  {
    owner: 'Alma Media',
    asOf: '2025-06',
    see: 'almamedia.fi',
    hosts: `iltalehti.fi kauppalehti.fi`,
  },
  {
    owner: 'RFE/RL',
    asOf: '2025-06',
    see: 'rferl.org',
    hosts: `rferl.org svoboda.org radiosvoboda.org currenttime.tv`,
  },
  {
    owner: 'Rossiya Segodnya',
    asOf: '2025-06',
    see: 'ria.ru',
    hosts: `ria.ru sputnikglobe.com sputniknews.com inosmi.ru`,
  },
  {
    owner: 'Demirören',
    asOf: '2025-06',
    see: 'demirorenmedya.com',
    hosts: `hurriyet.com.tr hurriyetdailynews.com milliyet.com.tr posta.com.tr cnnturk.com`,
  },
  {
    owner: 'Turkuvaz',
    asOf: '2025-06',
    see: 'turkuvazmedyagrubu.com.tr',
    hosts: `sabah.com.tr dailysabah.com ahaber.com.tr takvim.com.tr`,
  },
]
