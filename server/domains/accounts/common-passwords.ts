/**
 * Passwords of eight or more characters that everybody tries first, in lower case: what people type
 * when they must type something. ASVS 5.0, 6.2.4, in small; the throttle makes a longer list needless here.
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `12345678 123456789 1234567890 12345678910 123123123 1234qwer 123qweasd 123456qwerty 11223344 87654321 987654321
   0987654321 147258369 159357456 password password1 password12 password123 password1234 password! password1! p@ssword
   p@ssw0rd passw0rd passw0rd1 qwertyui qwertyuiop qwerty12 qwerty123 qwerty1234 qwerty12345 qwertz123 qazwsxedc
   1qaz2wsx 1q2w3e4r 1q2w3e4r5t q1w2e3r4 zaq12wsx asdfghjk asdfghjkl asdf1234 zxcvbnm1 zxcvbnm123 abcd1234 abcdefgh
   abcdefghi abc12345 abc123456 a1b2c3d4 aa123456 a1234567 a12345678 admin123 admin1234 administrator adminadmin
   root1234 rootroot welcome1 welcome12 welcome123 welcome1! letmein1 letmein12 letmein123 changeme changeme1
   changeme123 iloveyou iloveyou1 iloveyou2 iloveyou! sunshine sunshine1 princess princess1 football football1 baseball
   baseball1 superman superman1 batman123 starwars starwars1 trustno1 whatever computer internet samsung1 michelle
   jennifer jonathan charlie1 jordan23 dragon123 monkey123 master123 shadow123 hello123 hello1234 helloworld test1234
   testtest test12345 testing1 testing123 secret123 default1 guest123 login123 user1234 pass1234 passpass google123
   facebook liverpool1 chelsea1 arsenal1 barcelona pokemon1 minecraft spiderman corvette mercedes midnight butterfly
   polylogue chatgpt123 openai123 opensesame mypassword mypassword1 nopassword newpassword yourpassword`
    .split(/\s+/)
    .filter(Boolean),
);
