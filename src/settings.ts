/** One documented setting. README and `sanad doctor` list this table. */
export interface Setting {
  readonly name: string;
  readonly fallback: string;
  readonly meaning: string;
}

export const SETTINGS: readonly Setting[] = [
  {
    name: 'SANAD_DATA',
    fallback: 'var',
    meaning: 'folder of the embedded database, logs and operator files',
  },
  { name: 'SANAD_HOST', fallback: '127.0.0.1', meaning: 'address that the site listens on' },
  { name: 'SANAD_PORT', fallback: '8080', meaning: 'port that the site listens on; 0 takes any free one' },
  { name: 'SANAD_BASE_URL', fallback: '', meaning: 'address under which readers reach the site, for feeds' },
  {
    name: 'SANAD_HUB',
    fallback: '',
    meaning: 'WebSub hub that pushes our feeds, such as https://hub.example/; needs SANAD_BASE_URL',
  },
  { name: 'SANAD_REGISTRY', fallback: '<data>/registry', meaning: 'folder with your own outlets and rules' },
  {
    name: 'SANAD_CONTACT',
    fallback: '',
    meaning: 'mail or web address that publishers see in our requests',
  },
  {
    name: 'SANAD_HOST_INTERVAL',
    fallback: '1',
    meaning: 'least seconds between two requests to one host; robots.txt may ask for more',
  },
  {
    name: 'SANAD_PROXY_<NAME>',
    fallback: '',
    meaning: 'HTTP proxy for outlets and sources whose "egress" is <name>',
  },
  {
    name: 'SANAD_RAW_DAYS',
    fallback: '',
    meaning: 'days after which raw answers of publishers may be dropped; never without it',
  },
  {
    name: 'SANAD_RAW_BUDGET',
    fallback: '',
    meaning: 'room for raw answers, such as 20GB or 500MB; the oldest go first; no limit without it',
  },
  {
    name: 'SANAD_SMTP_URL',
    fallback: '',
    meaning: 'SMTP server for alerts by mail, smtp://user:password@host:587 or smtps://…; none without it',
  },
  {
    name: 'SANAD_MAIL_FROM',
    fallback: '',
    meaning: 'whom mails come from: an address, or "Name <address>"; needed with SANAD_SMTP_URL',
  },
  { name: 'SANAD_MAIL_HOUR', fallback: '8', meaning: 'hour in Tehran at which daily mails go, 0 to 23' },
  {
    name: 'SANAD_ALERT_HOSTS',
    fallback: '',
    meaning: 'hosts in your own network that webhooks may reach, as name=ip:port with commas between',
  },
  {
    name: 'SANAD_ALERT_RETRY',
    fallback: '30',
    meaning: 'seconds before a failed alert is tried again; twice as long each time',
  },
  {
    name: 'SANAD_PICTURES',
    fallback: '200MB',
    meaning: 'room for thumbnails of publishers\' pictures; "off" fetches none',
  },
  {
    name: 'SANAD_ROLES',
    fallback: 'collect,process,serve',
    meaning: 'what "sanad start" does: one or more of collect, process, serve',
  },
  {
    name: 'SANAD_DATABASE_CACHE',
    fallback: '',
    meaning: 'memory for pages of the embedded database, such as 512MB; else by the data and the machine',
  },
  {
    name: 'DATABASE_URL',
    fallback: '',
    meaning: 'an outside PostgreSQL 15 or later instead of the embedded one',
  },
];
