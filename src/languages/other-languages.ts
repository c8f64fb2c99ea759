import type { LanguagePack } from './pack.ts'

const nordicStarters =
  'det den de en et ett han hun hon vi jeg jag du i på om når när men och og eller som til til fra från'

const ownPortuguese = '(?:est[ea]|dest[ea]) (?:texto|reportagem|artigo|matéria|notícia)'
const ownDutch = 'dit (?:artikel|bericht|stuk|verhaal)'
/** Languages without a folder of their own: of most only sentences are known, which are cut in any language. */
export const otherPacks: readonly LanguagePack[] = [
  {
    code: 'pt',
    statements: { attributed: 'segundo|de acordo com|disse|afirmou|declarou|acusa' },
    notes: {
      labels: { retraction: 'retratação', correction: 'corre(?:ç|cç)ão', clarification: 'esclarecimento' },
      openLabels: { 'editor-note': 'nota da redac?ção', update: 'atualização' },
      retracted: String.raw`\b(?:(?:retiramos|removemos) ${ownPortuguese}|${ownPortuguese} foi (?:retirad|removid)[oa])(?!\p{L})`,
      changed: String.raw`\b(?:uma (?:versão (?:anterior|prévia|inicial)|primeira versão) (?:d?est[ea] )(?:texto|reportagem|artigo|matéria|notícia)|${ownPortuguese} foi (?:corrigid|alterad|atualizad|modificad|editad)[oa])`,
      changedAfter: String.raw`\bapós a publicação`,
      clarified: 'esclarec',
      wrong: 'incorretamente|corrigid|correção',
      trigger: 'corre[çc]|esclarec|versão',
      months: 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
    },

    relativeLength: 1.1,
    leaning:
      'ele|ela|eles|elas|isto|isso|aquilo|este|esta|estes|estas|esse|essa|esses|essas|aquele|aquela|seu|sua|seus|suas|mas|e|porém|contudo|entretanto|no entanto|além disso|assim|também|então|depois|ali|aqui|ambos|ambas',
    sentences: {
      titles: 'sr sra srs srta dra drs d exmo exma eng engª arq des dep sen gen cel cap pe',
      inner: 's.a ltda cia av r pça tel aprox obs ex p.ex a.c d.c depto vs jr',
      final: 'etc',
      beforeNumber: 'n nº n.º no art arts pág págs p pp vol cap fig inc',
      starters: `o a os as um uma uns umas este esta isto esse essa isso ele ela eles elas nós eu e ou mas porém se não sim em no na
        nos nas de do da dos das por pelo pela para com sem segundo após antes desde até entre quando como também já ainda
        hoje ontem seu sua quem que onde há é`,
    },
  },
  {
    code: 'nl',
    notes: {
      labels: { retraction: 'intrekking', correction: 'correctie|rectificatie', clarification: 'verduidelijking' },
      openLabels: { 'editor-note': 'noot van de redactie' },
      retracted: String.raw`\b(?:${ownDutch} (?:is|werd) (?:\p{L}+ ){0,3}ingetrokken|(?:hebben|heeft) ${ownDutch} (?:\p{L}+ ){0,2}ingetrokken)(?!\p{L})`,
      changed: String.raw`\b(?:in een (?:eerdere|vorige|oudere) versie van ${ownDutch}|${ownDutch} (?:is|werd) (?:[\p{L}\d]+ ){0,6}(?:aangepast|gecorrigeerd|geactualiseerd|bijgewerkt|gerectificeerd|gewijzigd|aangevuld))\b`,
      changedAfter: String.raw`\bna publicatie`,
      clarified: 'verduidelijk',
      wrong: 'ten onrechte|gecorrig|rectific',
      trigger: 'noot van|versie|dit artikel|dit bericht|verduidel',
      months: 'januari februari maart april mei juni juli augustus september oktober november december',
    },

    sentences: {
      titles: 'st dhr mw mevr drs ir mr ds em jhr lic bc',
      inner: `bijv bv d.w.z dwz nl m.n o.a t.a.v i.v.m m.b.t t.o.v a.u.b i.p.v i.s.m z.g zgn resp evt incl excl ca max min jl ll
        tel str v.chr n.chr e.d n.v b.v`,
      final: 'enz etc',
      beforeNumber: 'nr nrs art blz p pag jan feb mrt apr aug sept okt nov dec',
      starters: `de het een dit dat deze die hij zij ze wij we ik u jij er en maar of want als in op aan bij met voor van uit naar
        over om na tot door volgens toen omdat ook nog niet geen wat wie waar waarom hoe zo daarna vandaag gisteren`,
    },
  },
  {
    code: 'sv',
    sentences: {
      titles: 'hr fr frk doc',
      inner: 'bl.a bl t.ex t d.v.s dvs s.k f.d t.o.m fr.o.m p.g.a pga i.st resp inkl exkl ca c milj mdr st tel jr s:t',
      final: 'osv m.m m.fl etc',
      beforeNumber: 'nr kl art s sid kap fig',
      starters: `${nordicStarters} ett detta denna dessa hon han ni efter före under enligt eftersom inte också därför nu då idag var`,
    },
  },
  {
    code: 'da',
    sentences: {
      titles: 'hr fr frk cand',
      inner: 'bl.a f.eks fx d.v.s dvs s.k pga p.g.a mio mia ca inkl ekskl tlf jf ang vedr evt hhv pct o.a f.kr e.kr',
      final: 'osv m.m m.fl mv m.v etc',
      beforeNumber: 'nr kl art s stk kap',
      starters: `${nordicStarters} dette denne disse efter før under ifølge ikke også derfor nu da der hvad hvem hvor hvorfor`,
      hasOrdinals: true,
    },
  },
  {
    code: 'no',
    sentences: {
      titles: 'hr fr frk cand',
      inner: 'bl.a f.eks d.v.s dvs s.k pga p.g.a mill mrd ca inkl ekskl tlf jf ang vedr evt hhv o.a f.kr e.kr',
      final: 'osv m.m m.fl mv m.v etc',
      beforeNumber: 'nr kl art s kap',
      starters: `${nordicStarters} dette denne disse etter før under ifølge ikke også derfor nå da der hva hvem hvor hvorfor`,
      hasOrdinals: true,
    },
  },
  {
    code: 'fi',
    sentences: {
      titles: 'hra rva nti tri maist toht lis evp',
      inner: 'esim mm ns eli nk ent n mrd milj puh ko eaa ekr jkr huom vrt ed synt oy',
      final: 'ym jne tms yms',
      beforeNumber: 'nro klo s art',
      starters: `se ne hän he me minä sinä te tämä nämä tuo nuo ja mutta vaan tai kun jos että ei myös nyt sitten siksi mitä kuka missä
        miksi jo vielä vain`,
      hasOrdinals: true,
    },
  },
  {
    code: 'pl',
    sentences: {
      titles: 'inż mgr hab doc gen płk ppłk mjr kpt por św ks bp abp o s red lek im bł',
      inner:
        'np m.in tzn tj tzw ok ul al pl os ws wg dot pt pow woj m.st tys mln mld zł godz r w kg ww m sp z.o.o b ur zm n.e p.n.e',
      final: 'itd itp etc',
      beforeNumber: 'nr art ust poz pkt str s t rozdz',
      starters: `to ten ta te ci on ona ono oni my ja ty w we na z ze do od po za przed przy dla o u i a ale lecz oraz czy jak gdy jeśli
        kiedy nie tak także też już jeszcze według ponadto wczoraj dziś kto co gdzie dlaczego jego jej ich`,
      hasOrdinals: true,
    },
  },
  {
    code: 'cs',
    sentences: {
      titles: 'mgr bc mudr judr phdr rndr doc csc sv p gen plk kpt',
      inner:
        'tzv např tj tzn resp popř mj cca ul nám tř tis mil mld kč hod min str kap odst zn pozn př.n.l n.l r stol s.r.o a.s',
      final: 'atd apod atp aj',
      beforeNumber: 'č čl str s odst sv',
      starters: `to ten ta ti tento tato on ona ono oni my já ty v ve na z ze do od po za před při pro o u i a ale však nebo ani jak když
        pokud protože ne ano také už ještě podle včera dnes kdo co kde proč jeho její jejich`,
      hasOrdinals: true,
    },
  },
  {
    code: 'hu',
    sentences: {
      titles: 'ifj id özv gr br vitéz',
      inner:
        'pl kb ún u sz kft zrt nyrt bt ill vö ld db ker u.n i.sz i.e kr krt jan febr márc ápr máj jún júl aug szept okt nov dec',
      final: 'stb',
      beforeNumber: '',
      starters: `a az egy ez ezek azok ő ők mi én te és de vagy hogy ha mert amikor nem is is már még csak majd most ma tegnap ki mi hol
        miért hogyan szerint`,
      hasOrdinals: true,
    },
  },
  {
    code: 'ro',
    sentences: {
      titles: 'dl dlui d-l dna d-na dra ing av arh gen col sf pr',
      inner: 'ex str bd jud com î.hr d.hr ș.a aprox cca tel s.r.l s.a ș.a.m.d',
      final: 'etc ș.a.m.d',
      beforeNumber: 'nr art alin lit pag p vol cap',
      starters: `un o acest această aceasta acesta acești aceste el ea ei ele noi eu și dar însă sau dacă când cum în la de din pe cu
        pentru prin după până potrivit nu da mai astfel ieri astăzi cine ce unde`,
    },
  },
  {
    code: 'ru',
    relativeLength: 1.05,
    sentences: {
      titles: 'г-н г-жа г-на проф акад доц ген полк св им тов гр',
      inner:
        'т.е т т.н т.к т.ч тыс руб коп ул пр просп пл д кв корп обл р-н г гг в вв н.э до.н.э напр см ср пер стр мин сек чел',
      final: 'т.д т.п др пр',
      beforeNumber: 'ст п пп рис табл гл т с стр',
      starters: `в во на с со к о об от до по из за у и а но или что как когда если это этот эта эти тот он она оно они мы я вы его её
        их не нет да для при под над после также однако кроме согласно сегодня вчера кто где почему все там тогда`,
    },
  },
  {
    code: 'uk',
    sentences: {
      titles: 'проф акад доц ген св ім п пан о',
      inner: 'т.зв тис грн коп вул просп пл буд кв обл р-н м с смт р рр ст н.е напр див пор стор хв сек',
      final: 'т.д т.п ін',
      beforeNumber: 'ст п рис табл гл с',
      starters: `в у на з зі із до по за і й та а але або чи що як коли якщо це цей ця ці той він вона воно вони ми я ви його її їх не ні
        так для при під після також однак проте згідно сьогодні вчора хто де чому усі всі там тоді`,
    },
  },
  {
    code: 'el',
    relativeLength: 1.15,
    sentences: {
      titles: 'κ κα κκ κ.κ δρ καθ αγ στρ δις',
      inner: 'π.χ δηλ αρ τηλ οδ λεωφ π.μ μ.μ π.χρ μ.χρ εκ δισ χλμ ε.ε η.π.α βλ',
      final: 'κ.λπ κλπ κτλ κ.ά κ.λ.π',
      beforeNumber: 'αρ άρθρ σελ παρ',
      starters: `ο η το οι τα τον την του της των ένας μία ένα αυτός αυτή αυτό αυτοί και αλλά όμως ή αν όταν όπως στο στη στην στον στις
        από με για σε κατά μετά πριν σύμφωνα δεν δε ναι όχι επίσης χθες σήμερα ποιος τι πού γιατί πώς`,
      hasSemicolonQuestions: true,
    },
  },
  {
    code: 'tr',
    sentences: {
      titles: 'doç av sn hz yrd öğr gör uzm op bn bay alb yzb gen ord',
      inner: 'bkz örn yy cad sok mah apt tel krş çev haz şti a.ş ltd co t.c m.ö m.s yak min maks',
      final: 'vb vs vd',
      beforeNumber: 'no s sf sayfa md',
      starters: `bu şu o bir ve ama fakat ancak ile için de da ne kim nasıl niçin neden nerede çünkü eğer onlar biz ben sen siz her bazı
        daha en çok sonra önce dün bugün ayrıca ise`,
      hasOrdinals: true,
    },
  },
  {
    code: 'fa',
    decimalMark: 'either',
    relativeLength: 0.95,
    sentences: { titles: 'د دکتر م', inner: 'ص ج ه ق.م ه.ش', final: 'غیره', starters: '' },
  },
  {
    code: 'he',
    decimalMark: 'point',
    relativeLength: 0.78,
    sentences: { titles: 'ד פרופ', inner: 'עמ מס', final: '', starters: '' },
  },
  {
    code: 'hi',
    decimalMark: 'point',
    sentences: { titles: 'डॉ श्री प्रो पं कु सु मो डा', inner: 'कि.मी रु सं ई.पू कि मी', final: 'आदि', starters: '' },
  },
  {
    code: 'bn',
    decimalMark: 'point',
    sentences: { titles: 'ড ডা মো মোঃ প্রফেসর', inner: 'কি.মি রু', final: 'ইত্যাদি', starters: '' },
  },
  { code: 'ko', decimalMark: 'point', relativeLength: 0.55, sentences: { starters: '' } },
  { code: 'zh', decimalMark: 'point', relativeLength: 0.32, sentences: { starters: '' } },
  { code: 'ja', decimalMark: 'point', relativeLength: 0.45, sentences: { starters: '' } },
  {
    code: 'th',
    decimalMark: 'point',
    relativeLength: 0.95,
    sentences: { titles: 'ดร ศ รศ ผศ พล.อ พล.ต.อ พ.ต.อ นพ', inner: 'พ.ศ ค.ศ น อ จ ต ม.ค ก.พ มี.ค เม.ย', starters: '' },
  },
  {
    code: 'id',
    sentences: {
      titles: 'ir drs dra h hj tn ny sdr sdri kh brigjen letjen mayjen kol kompol akbp',
      inner: 'jl jln gg a.n d.a u.p s.d s.h s.e m.si m.sc ph.d tbk pt cv bpk kab kec tlp',
      final: 'dll dsb dst',
      beforeNumber: 'no hal rp ps',
      starters: `ini itu yang dia ia mereka kami kita saya anda dan tetapi namun atau jika kalau ketika saat di ke dari pada untuk dengan
        dalam oleh menurut setelah sebelum tidak bukan juga para sejumlah apa siapa mengapa kemarin hari sementara`,
    },
  },
  {
    code: 'vi',
    sentences: {
      titles: 'ts ths pgs gs bs ks ls ông bà gs.ts pgs.ts tp tx tt p q h',
      inner: 'v.v.v tr.cn st ct',
      final: 'v.v vv',
      beforeNumber: 'số tr đ',
      starters: `ông bà anh chị họ chúng tôi ta nó các những một và nhưng hoặc nếu khi trong trên dưới ở tại theo sau trước vì do không
        cũng đây đó này hôm ngày ai gì vì`,
    },
  },
  { code: 'ur', decimalMark: 'point', relativeLength: 1 },
  { code: 'ca', hasElision: true },
  { code: 'oc', hasElision: true },
  { code: 'ms', decimalMark: 'point' },
  { code: 'lb', hasMoreCapitals: true },
]
