import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findUrlFault, isPublicAddress, WEB_PORTS } from './address_guard.js';

const RULES = { allowedHosts: new Map([['nuran.example', '127.0.0.1:4100']]), ports: WEB_PORTS };

/** Every range that once let a feed reader into somebody's network. */
const PRIVATE: readonly [string, string][] = [
  ['loopback', '127.0.0.1'],
  ['all of loopback', '127.255.3.4'],
  ['this host', '0.0.0.0'],
  ['RFC 1918, ten', '10.1.2.3'],
  ['RFC 1918, 172.16', '172.31.255.1'],
  ['RFC 1918, 192.168', '192.168.1.1'],
  ['link-local', '169.254.1.1'],
  ['cloud metadata', '169.254.169.254'],
  ['CGNAT', '100.64.0.1'],
  ['benchmarks', '198.18.0.1'],
  ['documentation', '192.0.2.1'],
  ['multicast', '224.0.0.1'],
  ['broadcast', '255.255.255.255'],
  ['loopback, IPv6', '::1'],
  ['unspecified, IPv6', '::'],
  ['IPv4-mapped loopback', '::ffff:127.0.0.1'],
  ['IPv4-mapped, hexadecimal', '::ffff:7f00:1'],
  ['IPv4-compatible', '::127.0.0.1'],
  ['ULA', 'fd00::1'],
  ['ULA of a cloud', 'fd00:ec2::254'],
  ['link-local, IPv6', 'fe80::1'],
  ['NAT64', '64:ff9b::7f00:1'],
  ['NAT64, local use', '64:ff9b:1::1'],
  ['6to4 of loopback', '2002:7f00:1::'],
  ['Teredo', '2001::1'],
  ['documentation, IPv6', '2001:db8::1'],
  ['multicast, IPv6', 'ff02::1'],
  ['not an address', 'nuran.example'],
];

for (const [what, address] of PRIVATE) {
  test(`isPublicAddress() refuses ${what}: ${address}`, () => {
    assert.equal(isPublicAddress(address), false);
  });
}

test('isPublicAddress() lets addresses of the open internet through', () => {
  for (const address of ['5.160.10.1', '185.143.233.1', '2a01:4f8::1', '::ffff:5.160.10.1']) {
    assert.equal(isPublicAddress(address), true, address);
  }
});

const REFUSED: readonly string[] = [
  'http://127.0.0.1/',
  'http://127.1/',
  'http://0x7f.1/',
  'http://0x7f000001/',
  'http://2130706433/',
  'http://017700000001/',
  'http://127.0.0.1./',
  'http://①②⑦.⓪.⓪.①/',
  'http://[::1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[64:ff9b::7f00:1]/',
  'http://0/',
  'http://169.254.169.254/latest/meta-data/',
  'http://localhost/',
  'http://LOCALHOST./',
  'http://db.internal/',
  'http://printer.local/',
  'http://router/',
  'http://isna.ir:22/',
  'http://isna.ir:5432/',
  'https://isna.ir:8443/',
  'http://user@isna.ir/',
  'http://user:secret@isna.ir/',
  'ftp://isna.ir/',
  'file:///etc/passwd',
  'gopher://isna.ir/',
  'javascript:alert(1)',
  'data:text/html,x',
  'isna.ir/rss',
  `http://isna.ir/${'a'.repeat(5000)}`,
];

for (const address of REFUSED) {
  test(`findUrlFault() refuses ${address.slice(0, 50)}`, () => {
    assert.equal(typeof findUrlFault(address, RULES), 'string');
  });
}

test('findUrlFault() finds no fault with pages of publishers', () => {
  for (const address of ['https://www.isna.ir/rss', 'http://isna.ir:80/x', 'https://ایران.ایران/خبر?id=۱']) {
    assert.equal(findUrlFault(address, RULES), undefined, address);
  }
});

test('findUrlFault() excepts the named host only, not its neighbours', () => {
  assert.equal(findUrlFault('http://nuran.example/feed', RULES), undefined);
  assert.equal(findUrlFault('http://127.0.0.1:4100/feed', RULES) === undefined, false);
  assert.equal(findUrlFault('http://a.nuran.example:4100/', RULES) === undefined, false);
});
