/**
 * Passwords of 12 characters and more that lead the published lists of broken ones, and what people build to
 * satisfy a length rule; shorter ones are refused by their length. Compared in lower case.
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `123456789012 1234567890123 12345678901234 123456789012345 1234567890123456 012345678910 0123456789012 111111111111
   000000000000 123123123123 112233445566 121212121212 123412341234 987654321012 123654789123 147258369147
   password1234 password12345 password123456 password1234! password123! passwordpassword password2024 password2025
   password2026 p@ssword1234 p@ssw0rd1234 p@ssw0rd123! passw0rd1234 mypassword123 mypassword1234 changeme1234
   changeme123! changemenow! changemeplease pleasechangeme letmein12345 letmein123456 letmeinletmein welcome12345
   welcome123456 welcome1234! welcome2024! welcome2025! welcome2026! adminadminadmin adminadmin123 admin1234567
   admin12345678 administrator administrator1 administrator123 administrator1! rootrootroot rootpassword
   qwertyuiop12 qwertyuiop123 qwertyuiop1234 qwertyuiop[] qwertyuiopasdf qwertyqwerty qwerty123456 qwerty1234567
   qwerty12345678 qwertyuiopasdfghjkl 1qaz2wsx3edc 1qaz2wsx3edc4rfv 1q2w3e4r5t6y 1q2w3e4r5t6y7u 1q2w3e4r5t6y7u8i
   q1w2e3r4t5y6 zaq12wsxcde3 zaq1xsw2cde3 asdfghjkl123 asdfghjkl1234 asdfghjklqwe asdfasdfasdf zxcvbnm12345
   zxcvbnmasdfghjkl iloveyou1234 iloveyou12345 iloveyouforever iloveyou123! sunshine1234 princess1234 football1234
   baseball1234 superman1234 trustno1trustno1 abcdefghijkl abcdefghijklm abcdefghijklmnop abc123abc123 abcd12345678
   abcdef123456 a1b2c3d4e5f6 aaaaaaaaaaaa correcthorsebatterystaple secret123456 secretsecret supersecret1
   supersecret123 testtesttest test12345678 testpassword tributary1234 tributarytributary tributary123!
   dataengineer1 datacatalog123 postgrespostgres postgres1234 summer202512 winter202512 monkey123456 dragon123456
   master123456 computer1234 internet1234 samsung12345 pokemon12345 liverpool123 manchester123 chocolate123
   unknown12345 default12345 temporary123 temppassword newpassword1 newpassword123 guestguestguest`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
