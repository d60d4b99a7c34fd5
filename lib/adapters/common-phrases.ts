/**
 * Several words that many think of together, and what a password is called in languages of which there is no dictionary here; as somebody writes
 * them without spaces, capitals and marks. Lists of leaked passwords keep mostly what is short, so that these are missing there.
 */
export const COMMON_PHRASES = `
correct horse battery staple
let me in please
please let me in
let me in now
open the door
open the door please
open sesame
i love you
i love you so much
i love you very much
i love you forever
i love my family
i love my wife
i love my husband
i love my kids
i love my children
i love my dog
i love my cat
i miss you so much
my password
this is my password
my new password
my secret password
my strong password
i forgot my password
i dont know my password
i do not know
what is my password
the password is
a very long password
a strong password
a secure password
no password
change me please
happy birthday to you
happy birthday
happy new year
merry christmas
good morning
good night
have a nice day
thank you very much
the quick brown fox
jumps over the lazy dog
to be or not to be
that is the question
may the force be with you
i am your father
winter is coming
once upon a time
live long and prosper
hakuna matata
carpe diem
hello world
hello my friend
how are you
how are you today
what is your name
my name is
god is good
god is love
god bless you
god bless america
jesus is lord
jesus loves me
in god we trust
our father who art in heaven
the lord is my shepherd
never give up
never say never
home sweet home
all you need is love
let it be
we are the champions
twinkle twinkle little star
mary had a little lamb
row row row your boat
one two three four five
keep calm and carry on
just do it
i am the best
leave me alone
go to hell
who are you
you shall not pass
the cat in the hat
easy as one two three
dejame entrar
dejame entrar por favor
quiero entrar
abre la puerta
abre la puerta por favor
abrete sesamo
te quiero
te quiero mucho
te quiero con locura
te amo
te amo mucho
te amo mi amor
mi amor
mi vida
amo a mi familia
mi familia
mi contrasena
mi contrasena es
esta es mi contrasena
mi clave
mi clave secreta
mi nueva contrasena
contrasena segura
no me acuerdo
no se mi contrasena
olvide mi contrasena
feliz cumpleanos
cumpleanos feliz
feliz navidad
feliz ano nuevo
buenos dias
buenas tardes
buenas noches
muchas gracias
por favor
hola mundo
hola que tal
como estas
dios es amor
dios es grande
dios te bendiga
gracias a dios
padre nuestro que estas en el cielo
virgen de guadalupe
hasta la vista
ser o no ser
habia una vez
en un lugar de la mancha
vive la vida
nunca te rindas
hogar dulce hogar
que sera sera
viva la vida
viva espana
viva mexico
uno dos tres cuatro cinco
je t aime
mot de passe
mon mot de passe
laissez moi entrer
ich liebe dich
passwort
mein passwort
kennwort
wachtwoord
mijn wachtwoord
parola
parola d ordine
ti amo
senha
minha senha
eu te amo
palavra passe
haslo
moje haslo
heslo
moje heslo
parol
moi parol
ya tebya lyublyu
privet
lozinka
sifra
kodikos
kodikos prosvasis
s agapo
sinthimatiko
salasana
jelszo
sifre
seni seviyorum
losenord
adgangskode
passord
slaptazodis
mat khau
sisma
kata sandi
`
  .trim()
  .split('\n')
  .map((line) => line.replaceAll(' ', ''));
