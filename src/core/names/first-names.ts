/** `m`, `f`, or `x` for both. */
type NameGender = 'm' | 'f' | 'x'

const MALE = `aaron abdul abdullah abdel abu adam adel adrian ahmad ahmed aidan akira al alan albert aleksandr alejandro alessandro
alexander alexei alexey alfred ali alistair allan allen alok alvaro amir anders andre andrea andreas andrei andrej andres andrew andriy
andy angus anil anthony antonio antony anton antony arash archie aristide arjun armando arnaud arnold arthur arturo asif ashraf austin
avi aziz barack barry bashar bassem ben benedict benjamin bernard bernardo bernie bertrand bill billy bob bobby boris brad bradley brandon
brendan brent brett brian bruce bruno bryan byron callum calum carl carlo carlos cedric cesar chad charles charlie chester chris christian
christoph christophe christopher chuck claude clement clive colin conor corey craig curtis cyril cyrus daisuke damian damien dan daniel
danny darren dave david dean denis dennis derek desmond devin dick diego dieter dimitri dimitry dinesh dirk dmitri dmitry dmytro dominic
dominique don donald doug douglas duncan dustin dwight dylan ed eddie edgar edmund eduardo edward edwin ehud eli elias elliot elliott elon
emanuel emil emilio emmanuel enda enrique eric erik ernest ernesto esteban ethan eugene evan evgeny ezra fabian faisal farid felipe felix
ferdinand fernando fiachra filip florian francesco francis francisco francois franck frank frankie franklin fred freddie frederick
friedrich gabriel gareth gary gavin gene geoff geoffrey george georges gerald gerard gerhard giancarlo gilbert giles giorgio giovanni
giuseppe glen glenn gordon graham grant greg gregg gregory guido guillaume gunther gus guy hakan hakeem hamid hans harold haroun harris
harry harvey hassan hector heiko helmut hendrik henri henrik henry herbert herman herve hillel hiroshi howard hubert hugh hugo humza
hussein iain ian ibrahim igor ilham imran ioannis isaac ismail issa ivan jack jackson jacob jacques jaime jair jake jakob jamal james jamie
jan jared jason javier jay jean jeff jeffrey jens jeremy jerome jerry jerrold jesus jim jimmy joachim joao joe joel johan johannes john johnny jon
jonas jonathan jordan jorge jose josef joseph josh joshua juan julian julio jurgen justin kamal karim karl keir keith keiko kemal ken kenji kenneth
kevin khaled khalid kieran kofi konstantin kurt kyle kyriakos lamar larry lars laurence laurent lawrence lee len leo leon leonard leonid
leroy leslie lewis liam lindsey lionel lloyd lorenzo lou louis luc luca lucas luigi luis luka lukas luke mahmoud malcolm malik manuel
marc marcel marcelo marco marcos marcus mario marius mark markus marshall martin marty marvin massimo mateo mateusz mathias mathieu matt
matteo matthew matthias maurice mauricio mauro max maxim maxime mehdi mehmet michael michel miguel mike mikhail milan miles milos mitch
mitchell mitt moe mohamed mohammad mohammed mohammad moshe mostafa muhammad mustafa nabil naftali narendra nasser nathan nathaniel neal
ned neil nelson newt neville nicholas nick nicolas nicolae niels nigel nikita nikola nikolai nikolay nikolas nils noah noel norman olaf oleg oleksandr oleksii
oliver olivier omar orlando oscar osama otto owen pablo paddy pascal pat patrice patrick patrik paul paulo pavel pedro pete peter
petro phil philip philippe phillip pierre piers piotr prabowo qasem quentin rachid rafael rahul raj rajesh ralph rand ramon randy raphael rashid raul
ravi ray raymond recep reece reggie reginald reinhard reza ricardo riccardo rich richard rick ricky rishi rob robbie robert roberto robin
rodney rodrigo rodrigue roger roland roman romano ron ronald ronnie rory ross roy ruben rudolf rudolph rudy rupert russ russell ryan
saad sadiq sajid salman salvador sam sami samir samuel sandeep sanjay santiago saul scott sean sebastian serge sergei sergey sergio
seth shane shaun shawn shigeru shinzo sidney silvio simon slobodan stanley stefan stefano stephane stephen sterling steve steven stewart stuart sundar
sunil sven syed taha takeshi tariq taro ted terence terrence terry tayyip thad theo theodore thierry thomas tim timothy toby todd tom tomas
tomasz tommy tony travis trevor tucker tyler umar usman uwe valdis valentin valery vance vasily victor viktor vikram vincent vince
vitaly vito vivek vladimir volker volodymyr wade wagner wallace walter warren wayne wes wesley wilfred will willem william willie wolfgang
xavier yair yahya yanis yannick yasser yehuda yitzhak yoav yosef yoshihide younes yousef youssef yuri yusuf yves zac zach zachary zayd zaid ziad zoran
zohran jd jb rj aj tj alex lex lech karol mariusz janusz wojciech radoslaw bogdan ciprian traian klaus andrzej jaroslaw mikael magnus
gustav jonas ulf stefan mette jens lars rasmus anders petteri sauli antti jarno mika kimi esko narges anwar joko xi li wei jinping
keqiang wang yi zhang xiaoping deng ma jack feng jiang hu kim moon yoon lee jong shigeru fumio yoshi isao naoto
ambrose basil bertram clifford cuthbert cecil dafydd declan dermot digby dougal 
emlyn finlay gethin gideon godfrey gwyn hamish horace humphrey huw idris ieuan jarvis jethro
jonty julius leopold lachlan lorcan milo montague mungo niall norris oisin orson osbert oswald owain percy quincy
rhodri rhys roderick rufus seamus silas tristan tudor umberto wilbur`

const FEMALE = `abigail ada adele adriana agnes aisha alexandra alexandria alice alicia alison allison alyssa amal amanda amber amelia
amina amy ana anastasia andrea angela angelina anika anita ann anna annabel annalena anne anneliese annette annie antonia aoife april
arancha arlene ashley asma astrid audrey ava avril ayesha aung bárbara barbara beatrice becky bella bernadette beth bethany betsy betty
beverley bianca birgit bonnie brenda bridget brigitte britney brooke caitlin camilla camille candace carla carly carmen carol carole carolina
caroline carolyn carrie catherine cathy cecilia celine charlene charlotte chelsea cherie cheryl chloe chris christiana christina
christine chrystia cindy claire clara clare claudia colette colleen condoleezza constance cora courtney cristina crystal cynthia daisy dana danielle
daphne dawn deb debbie deborah deirdre delia delphine denise diana diane dolores dominique donna dora doris dorothy ebony edith eileen
elaine eleanor elena elisa elisabeth elise elizabeth ella ellen ellie eloise elsa emily emma erica erika erin erna esther ethel eva eve
evelyn ewa faith fatima fatou federica felicity fiona flora florence fran frances francesca francine gabriela gabrielle gail gemma georgia
georgina geraldine gillian gina ginger giorgia gisele giulia glenda gloria golda grace greta gretchen gwen hadja hannah harriet hayley
heather heidi helen helena helene helle henrietta hilary hillary hind holly huma ilhan imelda imogen inga ingrid irene irina iris isabel isabella
isabelle ivana ivanka jacinda jackie jacqueline jade jan jana jane janet janice jasmine jean jeanette jeanine jelena jen jenna jennifer jenny jessica
jill jillian jo joan joann joanna joanne jocelyn jodie johanna josephine joy joyce juana judith judy julia juliana julianne julie
juliet juliette june kaja kamala kamila karen karin karine karoline kate katerina katharina katharine katherine kathleen kathryn kathy
katie katrina katy kay kayla keiko kellie kelly kellyanne kemi kerry kiara kim kimberly kirsten kirsty kristalina kristen kristi kristin
kristina krystal lara larisa laura lauren laurie leah leila lena leslie leyla lily linda lindsay lisa liz loretta lorraine louise lucia lucy
luisa lydia lynn lynne mackenzie madeleine madison maggie maia malala manuela mara marcela marcia margaret margarita margot margrethe maria
mariam mariana marianne marie marilyn marina marine marion marissa marjorie marlene marta martha martina mary maryam maureen maya meg
megan meghan mel melania melanie melinda melissa mercedes meredith mette mia michaela michele michelle michelle mila milena millie
mina mindy miriam moira molly mona monica monika monique muriel myra nadia nadine nancy naomi natalia natalie natasha nicola nicole
nicky nikki nina noor nora norma olena olga olha oksana olivia ophelia oprah paige pam pamela patricia patty paula pauline peggy penelope penny perdita
petra philippa phoebe phyllis pippa polly priscilla priti priya rachel rachida raisa ramona rania rasha rebecca regina rhonda rita roberta
robyn rosa rosalind rosamund rose rosemary rosie roxana ruth ruby sabina sabrina sadie sally samantha sana sandra sanna sara sarah selma serena
shabana shannon sharon sheila shelley shirley shireen sigrid silvia simone simonetta sinead siobhan sofia sonia sonya sophia sophie stacey stefania
stella stephanie sue suella summer susan susana susanna susie suzanne svetlana sviatlana sylvia sylvie tamara tammy tania tanya tara tatiana
teresa tess tessa thandi thelma theresa therese tiffany tina tracey tracy tulsi ulrike uma ursula valentina valerie vanessa vera veronica
victoria viktoria violet virginia vivian wanda wendy whitney winnie xiomara yasmin yevgenia yolanda yulia yuliya yvette yvonne zainab
zara zeinab zoe susie usha lindsey chrystal anya olivia rhiannon
freya agatha bronwyn cerys cordelia elsie enid esme eunice
gertrude gladys gwyneth hilda isla jemima lesley lottie lucinda mabel maud mavis mildred morag odette
ottilie rhoda rhian roisin rowena saoirse sian sybil tabitha tilda zelda`

function table(): ReadonlyMap<string, NameGender> {
  const names = new Map<string, NameGender>()
  for (const name of `${MALE} ${MORE_MALE}`.trim().split(/\s+/)) names.set(name, 'm')
  for (const name of `${FEMALE} ${MORE_FEMALE}`.trim().split(/\s+/)) names.set(name, names.has(name) ? 'x' : 'f')
  return names
}

let known: ReadonlyMap<string, NameGender> | undefined

/** The gender of a given name common among people in the news; undefined for other words. Diacritics don't matter. */
export function givenName(word: string): NameGender | undefined {
  const plain = plainWord(word)
  known ??= table()
  const own = known.get(plain)
  if (own) return own
  const hyphen = plain.indexOf('-') // Jean-Noël, Anne-Marie
  return hyphen > 1 ? known.get(plain.slice(0, hyphen)) : undefined
}

function plainWord(word: string): string {
  const lower = word.toLowerCase()
  return /^[a-z-]*$/.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '')
}

/**
 * More given names, of many languages: those of compromise (https://github.com/spencermountain/compromise, MIT), without
 * words and places, and names common in Arabic, Turkish, Ukrainian, Baltic, African and Asian news.
 */
const MORE_MALE = `
aarav abdallah abdoulaye abdullo abdulrahman abe abel abraham abram abubakr abulfazl adama adan adebayo adi adolf adolfo adolph adriano
adrien advik afonso agus agustin ahmet aiden aimar ajani akhilesh akihiro aladdin alain alastair alberto albrecht alden alec aleksandar
aleksander aleksei alexandre alexandros alexandru alexis alf alfie alfonso alois alonso alonzo alphonse alphonso alvin amar amine amit
ammanuel ammar amos anas anatoli anatolii anatoliy anatoly ander andi andra andrey andrii andrius angelo antoine antoni anutin aputsiaq
arata archibald ari ariel ariki arkady armaan armand armin arnav arno aron artem artie artur artyom arvind arvydas aryan asad asahi ashok
atul aubrey augusto augustus avery axel ayaan aykhan babatunde bakary balazs bambang bandar bandile banele barney barrett bart bartholomew
benigno benito bennie benny benson berat bernhard bert beshoi bhupendra bibek bilal bilawal billie bishal bjorn blaine blair blake bola
bongbong boyd bradford brady branden branislav brendon brenton bret brice bryce bryon budi burak burton buster caleb calvin cameron camilo
carey carroll cary casey cassidy cem charbel chet chidi chinedu christos chuan chukwuemeka ciaran clarence claudio claus clayton clemens
cletus clint clyde cody colby cole collin colton connor conrad constantin cornelis cornelius cory cristiano cristobal curt daan daichi
damion damon danilo darcy daren darin dario darius darnell darrel darrell darrin darryl daryl datuk davi deandre deepak dejan delbert
demetrius deniz denny denys derrick deshawn devan deven devendra dewayne dewey dexter diarmuid dietmar dietrich dillon dimitris dion
domingo dominick dominik dominykas donnell donnie donny donovan dorian dovydas doyle dragan dries duane dudley dwayne dyllan ebenezer
edgars edmond edoardo eduard edwardo efrain efren egils eiji eitan eko ekrem elbert eldon elijah eliot elisha ellis elmer elton elvin
elvis elwood emeka emerson emiliano emilis emirhan emmett emre enoch enrico enzo eoin ergi ergin erich erick ernie ernst errol ervin erwin
eugen evens everett eymen fabien fabio fabrice fabrizio fadi fahd farouk fatih fawad federico fedir femi ferdinando fergus fidel fionn
fletcher floyd forrest franciszek franklyn fraser freddy frederic frederik fredrick fredrik frits fritz fuad fyodor gabe gabreal gabriele
gabrielius gaby galen ganesh garland garrett garry garth gatot gautam gennady georg georgi georgios georgy gerardo gerrit gerry gert
giacomo gilberto gilles gino giorgi giorgis girish gitanas gonzalo goodluck gopal goran gord gottfried grady gregor gregorio grigory
grover guilherme guillermo gunnar gunter gustaf gustave gustavo gyorgy habib hafiz haider halim hamza hank hari harlan harley harri
harrison haruhito haruki haruta haruto hasan hayato hayden heath heinrich heitor hemi henn hennadiy henrique henryk hermann hernan hesham
hideki himanta hinata hirokazu hisham holden horacio horatio hossein howie humberto hung huseyin huseyn hussain hydar ibai ibrahima ichika
ifeanyi ignacio ihab ihor ike iker ilija ilya inuk inunnguaq ionut irvin irving irwin isaiah isaias ishaan ishaq isiah islam ismael issac
itai itsuki jaden jagdish jaka jakov jakub jameson jamison jammie jann jarod jaroslav jarrett jarrod jasper jayden jayson jed jeffery
jeffry jerald jeremiah jermaine jeronimo jessie jian jie jimi jimmie joaquin joesph joey johann johnathan johnathon johnie johnnie jokubas
jonah jonathon jonny jordi jordon josiah josue jozef jude julen julien juri kaan kacper kai kajus kamil kanata kapil kareem kasey kaspar
kathem kauri kazuo keenan kelsey kendall kendrick kenny kenton kenyatta kenzo kerem kermit keven khawaja kingsley kiran kiril kirill kirk
kirollos kishore konrad kostiantyn kosuke kris krisjanis kristian kristopher krzysztof kurtis kwame kwesi kyls kyrylo lalit lambert lamont
lance landon lashawn laszlo leandro leevi leif leland lennart lenny leonardo leonel lester lethabo lev levent levente linus lior logan
lonnie loren louie lovro lowell luciano lucien ludovic ludvig ludwig luiz luther luuk lyle lyndon maayan macaulay maciej mads mahamadou
mahammad mahathir mahdi mahesh majd makoto maksim maksym malachai malachy mamadou manfred manish manmohan manny manoj marcell marcello
marcin mariano marios markel marko markos marlin marlo marlon marquis marti martim marwan masahiro masato masoud matej matheus mathew
mathis matias matti mattia mattias matty matus matvey matyas maximilian maximiliano maxwell mazen melokuhle melvin merle merrill mert
mervin mervyn micah michal micheal mick mickey micky mihai mikaere mikel mikolaj minato minh minik modibo mohamad mohan moises monte monty
morgan moritz mouez moussa muhamed muhammadu muhammed muhyiddin mukesh munir murad murat mustapha mykhailo mykola mykyta myles myron nacer
nadim naguib nahom najib naoki nate nathanael nathy naveen nawaz nguyen nickolas nico niilo nik nikau nikhil niklas niko nikos niles nitin
nitish nizar nnamdi noam nojus nolan nomaan norbert nuka nunzio octavio oier okan olav olexandr ollie olusegun oluwaseun omer ondrej onur
ori orville oskar osman ostap osvaldo otis oumar ozgur padraig paolo paulie paulos pavlo peg petar petr petros philipp phuc pieter pietro
piyush prabhakar pradeep prakash pramod prashant pratap pravin pravit prayuth prem pyotr qais quang quinn quinton rainer rajnath rakesh
ralf raman ramesh rami ramiro randal randall randolph raoul rashad rawiri rayan regis reid rene reuben reyansh reynaldo rhett riad richie
rickey rickie rico riley riyad roan robby rocco rodger rodion rodolfo roel rogelio rohan rolando rolf romelu romeo ronan ronny rosario
roscoe rostyslav rubin ruslan russel rustem ryo ryota ryou sachin saeed sal salah salik salvatore samih samkelo sammie sammy sandro sani
sanjiv santino saqib satish satoru satoshi scot scottie scotty sebastien segun seiji sekou selcuk selim semyon sepp serhii serhiy serkan
seymour shadi shahbaz shahid shaquille shashi shay shayne shea shehbaz sheikh shelby sheldon shelton sherman shiloh shinjiro shlomo shohei
sid siddaramaiah siddhartha sigmund siim sinan sipho siyabonga soren souleymane souta spencer srettha stan stanislav stanislaw stefanos
stepan stephan stevie stu subrahmanyam sudhir sulaiman suleiman sumit suraj suresh sushil susilo svend syd sylvester szymon tadgh taichi
taika takashi tane tanel tanner taras tarek tareq tarique tatsuki teddy terrance terrell tetsuya thabo thaddeus thaksin thanh themba
theodor thiago thom timmy timur titus tobias tod tolga tommaso tommie tomoharu toomas toshihiro toshimitsu trent trenton trey tri trong
troy truman tshepo tuan tunar tunde turki tyrone tyson uchenna uddhav ufuk ughur ulrich ulrik ulysses umaru unax uri urmas vadym val
valerii valeriy vasyl venkat vern vernon vic vicente vihaan vijay vinay vincenzo vinod virat virgil vishal vitalii vitaliy vivaan vlad
vladislav vojtech volkan vsevolod vyacheslav wael waleed walid wally walt waylon wendell werner wilbert wiley wilfredo wilfrid wilfried
wilhelm willard willis willy winfried winslow wiranto wiremu woodrow wout wouter wyatt xhoel yahli yann yaroslav yasin yasir yassin
yassine yasuhiro yegor yehor yemi yevgeni yevgeny yevhen yilmaz yogi yoichi yonas yonatan yonathan yong yoshiro yousouf yuen yuki yukio
yurii yuriy yury yusif yuuma yuval zachariah zachery zack zackary zaher zahid zakaria zakhar zan zane zdenek zeljko zhan ziyad zuhair
zweli enver thibaut thibault shimon junius moshe axel drew
`

const MORE_FEMALE = `
aada aadya aaliyah aaradhya aasha abagail abbey abbi abbie abby abi abie abril adaline adalyn addie addilyn addison adela adelene adelia
adelina adeline adelynn adreanna adrianna adrianne adrien adriena adriene adrienne aggie agustina aicha aida aileen aimee aina aino
ainsley aishah aisling aislinn aislynn ajla alaina alana alanis alanna alannah alanoud alayah alayna alba alecia aleisha alejandra
aleksandra alena alesia alessandra alexa alexia alexis alfie alia alicja alina aline alisa alise alisha alissa aliza allie allyson alois
althea alya alycia alysa alyson amahle amaia amaira amalia amberly amelija amie amilia aminata anabel anamaria anastasija anaya andi
andjela andra andrey aneta anette angelia angelica angeline angelique angie anisa anissa anja anjelica annabella annabelle annalisa
annamaria annemarie annett annika annmarie anohito antoinette antonella aria ariana arianna arianne arielle arleen arlena arlette aroha
arpita asha ashanti ashlee ashleigh ashli ashlie ashly ashlyn ashraqat ashton asiya asja asmita assil ataahua aubrey audra audri audry
augustina augustine aurelia austeja avigail awa aya ayana ayanna aygun aylin ayn ayse aysel azra azuna barbora barbra bayarmaa bea beatriz
becca belinay belinda benita bernadine bernice bertha bertie beryl bess bessie bethanie bette bettie bettina bettye beula beulah bev
beverly biljana binita bintou bismah blair blanca blanche blythe bobbi bobbie boglarka bolormaa bonita brandi brandie breanna bree brenna
briana brianna brianne bridgett bridgette brigid britt brittany brittney brittni brittny bryanna brynn caitlyn calista callie camila
camile candice cara carina carissa carlene carley carlie carlota carlotta carmel carmela carmella carrol casandra casey cassandra cassidy
cassie catarina caterina catherina cathleen cathryn catrina cayla cecelia cecile cecily celeste celia celina chandra chanelle chantal
chantelle charis charissa charla charlena charlette charmaine chedeline chelsey cher cheri chrissy christa christal christen christiane
christie christy ciara cierra cindi clair clarice claris clarissa claudette claudine cleopatra clotilde coleen connie constanza consuelo
coralie cori corina corine corinna corinne cornelia corrine courtni courtny cristal cyndi dahlia daina dalal damaris damia danette dani
danica daniela daniele daniella danika daniz daphna dara darby darcey darcie darcy daria darla darlena darlene davida davina dayle dayna
deana deandra deann deanne debby debora debra debrah dede deedee deena deidre dela delilah della delores deloris demetria dena denice
desiree devan dhia dianna dianne dina dinah dionne diya djeneba dona doreen dorla dorothea dorthy dottie ecrin edel edna edwina eevi eisha
ekaterina ekta ela elaina elana elen eleni eliana elicia elida elie elif elin elina elinor eliska eliza elizabete elizaveta elly elma
elnora elouise elva elvina elvira ema emanuela emelda emely emile emilee emilia emilie emilija emina emine emmaline emmanuelle emmeline
emmie emmy ericka erma ernestina ernestine eryn esma esmeralda esperanza estela estele estella estelle ester estere estrella etienne etta
eugenia eugenie evangelina evangeline evelin evelina evi evie evita fajr fanta farah farida farrah farzana fatemeh fatiha fatin fatma
fatoumata fay faye felecia felicia fenna fernanda fien florencia fozia francina francisca francoise freda freja frida frieda gabi gabija
gabriele gabriella gaby gale gamalat gamila gayle gena genevieve georgette georgie geraldina geri germaine gertrud gia gianna gigi gilda
giovanna gisela giselle gita glena glenna glynis gracie graciela griselda gunay gunel gwendolyn habiba hailey hala haley hallie hana hanah
hanna hariet hariette harriett harriette hasnaa hasti hatice hattie hawa helga helmi hermine hessa hester hildegard himari hina hinata
hoda hollie hortense hosna hosniya hussa ida ila ilene iliana ilina ilona ilse ilya imane imogena imogene indira ines ingrida inji iona
irati irena irma isabela isabele isabell isadora isidora islande isobel iva ivaana ivalu iwona izaro jacinta jacky jaclyn jacquelina
jacquelyn jada jami jammie janae janele janelle janessa janette janie janina janine janis jaqueline jasmin jasmina javiera jayne jazmin
jazmine jeana jeane jeanie jeanina jeanna jeanne jeannette jeannie jeannina jeannine jena jenelle jenifer jennette jenni jennie jeri jerri
jesica jess jesse jessie jie jil jilian joana joane jodi jody joelle johana joleen jolena jolene joni josefa josefina josefine joselyn
josephina josie jovana joya juanita jude judeline julianna julienne julieta julissa justina justine kabita kacey kadiatou kaede kai kaia
kaitlin kaitlyn kaleigh kalle kallie kamile kanyakumari kara kari karima karina karissa karla karly karolina karyn kasey kassandra kassie
katarina katelyn katelynn katherina kathie kathrine kati katia katlyn kavita kaye kaylee kayleigh keeley keely keira keisha kejsi keley
keli kelley kelli kelsey kelsie kely kendall kendra kenna kenyatta kenza kera keri kerri khadija khadije khalida khawla kheira khongordzol
kia kiana kiera kiersten kiley kimberlee kimberley kimberli kimmernaq kira kiran kirstin kizzy klea konul kori kourtney kris krista
kristie kristine kristy kristyna kyla kylee kylie kyra lacey lacie lacy ladona ladonna laia laila lakesha lamija lana lance larissa
lashawn latasha latifa latisha latonya latoya laurel lauryn laverna laverne lavinia laxmi layla lea leana leandra leane leann leanna
leanne leda leena leia leif leigh leilani leja lejla lela leni lenora lenore leola leona leonie leonora leora lesedi lesli lesly leticia
letitia lettie lexie lian liana lianne libbie libby lidia lidya liepa lila lili lilia lilian liliana lilja lillia lillian lillie lilly lin
lina lindsi lindsy lindy lisette livia liza lizbeth lizette lizzie lois lola lolita lora loraina loraine lorelei lorena lorene lori lorie
lorna lorraina lorri lorrie lotte louella louisa lovelie luann luciana lucie lucija lucile lucille lucja luela luella luise lula lulu
lulwa luna lupe lupita lyla lyn lyna lynda lyndsey lyne lynette lynna lynnette lynsey mable macie macy madalyn maddie madelina madeline
madelyn madge madonna mads magda magdalena magdalene maha maire maisie maite maja malak malen malia malika malinda mallory mandakranta
mandy manon marcella marcelle marci marcie marcy margarette margarida marge margery margie margo margret margrette marguerite mari mariah
mariamawit mariami marian mariane marianna maribel mariela mariella marija maris marisa marisol maritza marla marlena marlo marnie marsha
martine marwa maryan maryann marybeth maryjane marylou masoumeh mathilde matilda matilde matti mattie matty maude maura maxina maxine
maybell mayra maysoun mazie mckenzie meagan megawati mei melina melisa mellisa melokuhle meriem merissa merjem meron meryem meryl micaela
midori mikaela milagros milica millicent milly mimi minenhle minh minnie mira miral miranda mirlande mitzi miyar mobina mollie morgan
mrignayani mya myriam myrlande myrna myrtle naasunnguaq nadene nadina nadya nahia naima nalla nanette naomie natalya nathalie nehir nel
nela nelisa nell nellie nena nerissa nesreen nia niamh nichole nicki nico nicolette niharika nika niki niko nikos nila nilay nirmala
nisanur nisha nita nivi noa noella noelle noemi norah noreen nouf nour nur nuray nurul nyla obiageli octavia odelia odval ofelia oisha ola
ollie oumou oyunbileg paetongtarn paninnguaq paola parvati patrica patti pattie paulette paulina peg perla philomena phylis pia pipaluk
polina priscila priyamvada puteri quiana quinn rabina rachael rachele rachelle rae raina randi raquel rayna reanna reba rebeca rebeka
rebekah reem reema reihaneh reina rena renae renata rene renee reta retno reyna rhea rhona ria richelle ricki rikki riko rimas rin rina
riya robbin rochele rochelle roghayyeh rolanda ronda roni ronna rosalie rosalina rosalinda rosalyn rosanna rosanne roseann roseanne
rosella roselle rosemarie rosetta roslyn roxane roxanna roxanne roxie roxy ruthie saanvi sabine sade sahar saida sakeena sakineh
sakura sallie salma salome samira sanae sarina scarlett selena selene selina serife setayesh sevda sevinj shahd shaikha shaim shaimaa
shakira shana shanaya shanda shania shanna shanon shari sharlene sharron sharyn shauna shawna shay shayla shayma shayna shea sheba sheena
shelby shelia shelly sheri sheridan sherifa sherri sherrie sherry sheryl shiloh shira shirli shirly shona shristi shyla sillin simona
sindy sita siti skye smriti snezana sobia sofie sofija somayyeh sondra sonja sri staci stacie stacy starla stefanie stela suha sumayah
sumit sunita susane susannah susanne susi suzan suzana suzane suzanna suzette suzie suzy syd tabatha tala talia talitha tamar tamera tami
tamika tammi tammie tamra tanika tanisha tarana taryn tasha tawana tegan teodora tereza teri terri terrie tessie thalia thandolwethu thea
theodora thomasina tia tiana tianna tiara tingting tisha toni tonia tonya tori traci tracie tricia trina trish trisha trista trudy tui
tula tyra urte uxue valeria vanesa veda velma verna vernice vesna vicki vickie vicky vikky viktorie viktorija vilte violeta viviana vivien
vivienne vusala wakana wendi whitni whitny widelene wila wilhelmina willa wilma winifred winnifred winona xiaomei xiaoyan ximena xinyi
yael yagmur yarin yasmine yelena yesenia yingluck yuina yuna yuriko yvona yvone yvonna zada zahra zdenka zehra zelma zena zeynab zeynep
zineb zoey zofia zola zora zsofia`
