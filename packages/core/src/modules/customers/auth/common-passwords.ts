/**
 * Words that leaked passwords are made of, in lower case and letters only. Each stands for all its spellings with
 * digits, signs and lookalike letters; whatever is shorter than ten characters by itself counts only so dressed.
 */
const words = `
password passwort passwords passwordone passphrase mypassword thepassword newpassword oldpassword yourpassword
admin administrator adminadmin root rootroot toor superuser superadmin sysadmin system master masterkey mainuser user
username guest default changeme changeit changepassword letmein letmeinnow welcome welcomehome welcomeback willkommen
login loginlogin signin access accessdenied open opensesame sesame secret secrets topsecret geheim geheimnis security
secure test tester testing testtest testuser testpassword temp temporary demo demodemo sample example qwerty qwertyqwerty
qwertyuiop qwertzuiop qwertz asdf asdfasdf asdfgh asdfghjkl zxcvbn zxcvbnm yxcvbnm qazwsx qazwsxedc wasd abcabc abcdef
abcdefg abcdefgh abcdefghij abcdefghijk abc abcd aaaa computer internet laptop keyboard monitor windows microsoft apple
iphone samsung nokia android google googlegoogle facebook instagram youtube tiktok twitter snapchat whatsapp linkedin
twitch bluesky mastodon spotify netflix amazon ebay paypal smplat smplatsmplat
iloveyou iloveu ilovegod ilovemom ilovemyself ilovemyfamily ilovemusic iloveyousomuch iloveyouforever loveyou loveme
lovelove lover lovers lovely beloved forever foreverlove foreveryoung always together sweetheart sweetie honey honeybee
darling baby babyboy babygirl babybaby angel angels angelangel princess prince queen queenbee king kingkong kings
ichliebedich liebe schatz schatzi schnucki hasi maus mausi engel prinzessin sonne sonnenschein sommer hallo hallohallo
hallowelt hello hellohello hellothere helloworld hellokitty goodmorning goodnight goodbye gutentag
monkey dragon dragons dragonfire dragonball tiger tigger lion lions bear bears eagle eagles falcon wolf wolves wolfpack
panther jaguar cobra shark dolphin dolphins horse horses unicorn butterfly kitten kitty puppy doggy dogs dog cat cats
chicken turtle rabbit bunny buster bailey buddy charlie ginger pepper cookie cookies peanut muffin pumpkin banana bananas
orange lemon cherry cherries strawberry blueberry chocolate cheese cheesecake coffee butter pizza
football fussball soccer baseball basketball hockey tennis golf golfer cricket volleyball swimming skating wrestling
boxing runner champion champions winner liverpool arsenal chelsea manchester manutd barcelona realmadrid juventus bayern
bayernmunich dortmund borussia schalke hamburg berlin deutschland germany england london paris france spain italy america
american canada australia newyork losangeles chicago dallas boston texas california florida yankees lakers cowboys steelers
batman superman spiderman ironman wonderwoman captain captainamerica avengers hulk thor joker harley matrix starwars
skywalker lukeskywalker darthvader jedi yoda startrek enterprise trek gandalf frodo lordoftherings harrypotter hogwarts
pokemon pikachu charizard mario zelda sonic minecraft fortnite roblox callofduty counterstrike worldofwarcraft warcraft
starcraft halo playstation nintendo xbox gamer gaming player playboy
michael michelle jennifer jessica jessie daniel daniela andrew andrea anthony ashley amanda joshua matthew nicole nicholas
robert robbie thomas william christopher christian christina stephanie stefanie alexander alexandra alexandre sebastian
benjamin jonathan samantha elizabeth elisabeth victoria veronica katherine katharina maximilian florian johannes
patrick patricia richard charles david jordan hunter taylor morgan austin justin brandon jackson johnson williams anderson
natalie natasha samsam george maggie summer autumn winter spring january february march april june july august september
october november december januar februar monday tuesday wednesday thursday friday saturday sunday montag freitag samstag
shadow shadows midnight sunshine sunflower rainbow moonlight starlight starfish superstar rockstar popstar thunder
lightning storm phoenix ranger hunter killer killers assassin ninja samurai warrior warriors knight soldier trooper marine
pirate pirates viking zombie monster monsters vampire ghost ghostrider devil demon satan lucifer jesus jesuschrist
jesuslovesme christ god godisgood godislove godbless blessed blessing faith hope heaven church allah bismillah krishna
money moneymoney cash dollar dollars million millionaire billion diamond diamonds silver gold golden platinum crystal
mustang ferrari porsche mercedes corvette camaro toyota honda yamaha harleydavidson chevrolet chevy nissan subaru volkswagen
metallica nirvana slipknot slayer beatles thebeatles elvis michaeljackson eminem tupac blink guitar music musica musiclover
whatever whatsup nothing something anything everything nobody somebody someone everybody trustnoone trustme dontknow idontknow
nopassword donottouch dontforget remember forgetme fuckyou fuckoff fuckfuck fucker motherfucker asshole bullshit
shit bitch bitches pussy sexy sexsex sexyboy sexygirl
family familyfirst mother father mommy daddy mamapapa mutter vater bruder schwester brother brothers sister sisters friend
friends bestfriend bestfriends freunde freundschaft familie happy happyday happiness happybirthday birthday christmas
merrychristmas weihnachten newyear easter halloween freedom liberty peace peaceandlove
student teacher school college university doctor nurse office business company manager director boss work workwork
creative creator influencer marketing growth followers followme startup agency brand brands
trustno goodluck lucky luckyone luckyday luckystar number numberone numeroone first firsttime second blah blahblah
blablabla lalala lololo hahaha hahahaha nanana yoyoyo xxxxxx zzzzzz correcthorsebatterystaple
`;

export const commonWords: ReadonlySet<string> = new Set(words.split(/\s+/).filter((word) => word !== ""));
