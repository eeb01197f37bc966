/** The texts of the pages before one is signed in, in German; sorted by key. */
export const entry = {
  "entry.continueWith": "Weiter mit {provider}",
  "entry.email": "E-Mail",
  "entry.error.account-disabled": "Dieses Konto ist gesperrt. Die Verwaltung hilft weiter.",
  "entry.error.configuration": "Die Anmeldung ist falsch eingerichtet. Die Verwaltung findet den Grund im Protokoll.",
  "entry.error.email-taken": "Zu dieser Adresse gibt es schon ein Konto. Bitte damit anmelden.",
  "entry.error.email-unverified":
    "Der Anbieter bestätigt die E-Mail-Adresse nicht. Bitte dort bestätigen oder mit Passwort anmelden.",
  "entry.error.expired": "Die Seite war zu lange offen, oder Cookies sind blockiert. Bitte erneut versuchen.",
  "entry.error.identity-taken": "Dieses Anbieterkonto gehört hier zu einem anderen Konto.",
  "entry.error.internal": "Auf unserer Seite ist etwas schiefgegangen. Bitte erneut versuchen.",
  "entry.error.invalid-credentials": "E-Mail-Adresse oder Passwort stimmt nicht.",
  "entry.error.invitation-invalid":
    "Diese Einladung ist verbraucht, abgelaufen oder für eine andere Adresse. Bitte um eine neue bitten.",
  "entry.error.invitation-required":
    "Für ein Konto braucht es hier eine Einladung. Die Verwaltung kann eine ausstellen.",
  "entry.error.provider-denied":
    "Die Anmeldung wurde dort abgebrochen. Bitte erneut versuchen oder einen anderen Weg nehmen.",
  "entry.error.provider-failed": "Die Antwort des Anbieters war falsch oder kam zu spät. Bitte erneut versuchen.",
  "entry.error.provider-unreachable": "Der Anbieter war nicht erreichbar. Bitte gleich noch einmal versuchen.",
  "entry.error.rate-limited": "Zu viele falsche Passwörter. Bitte kurz warten und erneut versuchen.",
  "entry.error.sign-up-closed": "Hier können keine neuen Konten angelegt werden. Die Verwaltung hilft weiter.",
  "entry.firstAccount": "Das ist das erste Konto hier. Es bekommt die Verwaltung.",
  "entry.haveAccount": "Schon ein Konto?",
  "entry.hidePassword": "Passwort verbergen",
  "entry.invitation": "Einladungscode",
  "entry.invitationBody": "Konten gibt es hier auf Einladung. Der Code steht in der Nachricht mit der Einladung.",
  "entry.invitationTaken": "Die Einladung ist da. Jetzt fehlen nur noch die Anmeldedaten.",
  "entry.newHere": "Neu hier?",
  "entry.or": "oder",
  "entry.password": "Passwort",
  "entry.passwordHint": "Mindestens {count} Zeichen. Ein ganzer Satz ist gut.",
  "entry.retryIn.one": "Zu viele falsche Passwörter. In {count} Sekunde geht es weiter.",
  "entry.retryIn.other": "Zu viele falsche Passwörter. In {count} Sekunden geht es weiter.",
  "entry.sessionEnded":
    "Du wurdest abgemeldet. Nach der Anmeldung geht es dort weiter; was du geschrieben hast, ist noch da.",
  "entry.showPassword": "Passwort zeigen",
  "entry.signIn": "Anmelden",
  "entry.signInTitle": "Bei Polylogue anmelden",
  "entry.signUp": "Konto anlegen",
  "entry.signUpClosed": "Hier können keine neuen Konten angelegt werden. Die Verwaltung hilft weiter.",
  "entry.signUpTitle": "Konto anlegen",
};
