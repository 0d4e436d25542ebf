import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FIRST_TONGUE, TongueOfPage } from '../language.js';
import { collectEnglishNames, Name, Names, NamesOfPage, nameWords } from './name.js';

const KNOWN = collectEnglishNames([
  { name: 'نوران', nameEn: 'Nuran' },
  { name: 'پیک کاسپی', nameEn: 'Peyk-e Caspi' },
  { name: 'مهرآوا' },
  { name: 'پرتو', nameEn: 'Parto' },
  { name: 'پرتو', nameEn: 'Partow Newspaper' },
]);

function printed(language: 'fa' | 'en', make: () => unknown): string {
  const Piece = () => <>{make()}</>;
  return String(
    <TongueOfPage.Provider value={{ ...FIRST_TONGUE, language }}>
      <NamesOfPage.Provider value={KNOWN}>
        <Piece />
      </NamesOfPage.Provider>
    </TongueOfPage.Provider>,
  );
}

test('collectEnglishNames() leaves out names without English and names of two bearers', () => {
  assert.deepEqual([...KNOWN.values()], ['Nuran', 'Peyk-e Caspi']);
});

test('Name writes a known name in English on English pages, with the Persian letters in its title', () => {
  assert.equal(
    printed('en', () => <Name of="نوران" />),
    '<span lang="fa" dir="rtl" title="نوران"><bdi lang="en" dir="ltr">Nuran</bdi></span>',
  );
  assert.equal(
    printed('en', () => <Name of="مهرآوا" />),
    '<bdi lang="fa" dir="rtl">مهرآوا</bdi>',
  );
  assert.equal(
    printed('fa', () => <Name of="نوران" />),
    'نوران',
  );
});

test('Names sets names apart as the language of the page does', () => {
  assert.equal(
    printed('fa', () => <Names of={['نوران', 'مهرآوا']} />),
    'نوران، مهرآوا',
  );
  assert.match(
    printed('en', () => <Names of={['نوران', 'پیک کاسپی']} />),
    />Nuran<.*>, <.*>Peyk-e Caspi</,
  );
});

test('nameWords() names for pictures and titles', () => {
  assert.equal(
    printed('en', () => nameWords('پیک کاسپی')),
    'Peyk-e Caspi',
  );
  assert.equal(
    printed('fa', () => nameWords('پیک کاسپی')),
    'پیک کاسپی',
  );
});
