import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, launch, noSidewaysScroll, openPage, serve } from './harness.mjs';

const languages = ['ru', 'kk', 'en'];
const schemes = ['light', 'dark', 'black-on-white', 'white-on-black', 'blue'];

let browser;
let server;

before(async () => {
  server = await serve({ built: true });
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

async function opened(address, options, run) {
  const { page, faults, close } = await openPage(browser, options);
  try {
    await page.goto(`${server.url}${address}`);
    await page.waitForSelector('h1');
    await page.evaluate(() => document.fonts.ready);
    await run(page);
    assert.deepEqual(faults, []);
  } finally {
    await close();
  }
}

for (const language of languages) {
  for (const scheme of schemes) {
    for (const width of [320, 1366]) {
      test(`the kit in ${language}, ${scheme}, ${width} px has no accessibility fault`, () =>
        opened(`/_kit?language=${language}&scheme=${scheme}`, { width }, async (page) => {
          await page.waitForSelector('.combobox');
          await noSidewaysScroll(page);
          // A scheme changes colours only, so the other rules need one look.
          await axe(page, scheme === 'light' ? undefined : ['color-contrast']);
        }));
    }
  }
}

for (const width of [320, 1366]) {
  test(`the desk at ${width} px has no accessibility fault and no sideways scroll at 200 %`, async () => {
    await opened('/_kit?story=Frame', { width }, async (page) => {
      await noSidewaysScroll(page);
      await axe(page);
    });
    await opened('/_kit?story=Frame&size=200&spacing=wide', { width }, noSidewaysScroll);
  });

  test(`the sign-in page at ${width} px says what is missing and what went wrong`, () =>
    opened('/sign-in', { width }, async (page) => {
      await axe(page);
      await page.getByRole('button', { name: 'Войти' }).click();
      await page.getByRole('link', { name: 'Введите логин' }).click();
      assert.equal(await page.evaluate(() => document.activeElement.id), 'field-login');
      await page.route('**/api/v1/session', (route) => route.abort());
      await page.keyboard.type('ivanova');
      await page.locator('#field-password').fill('12345');
      await page.keyboard.press('Enter');
      await page.getByText('Нет связи с сервером').waitFor();
      await axe(page);
    }));
}

test('the matrix is one tab stop, walked by arrows and opened by Enter', () =>
  opened('/_kit?story=Matrix', {}, async (page) => {
    const focused = () => page.evaluate(() => [document.activeElement.dataset.row, document.activeElement.dataset.column]);
    assert.equal(await page.locator('.matrix [tabindex="0"]').count(), 1);
    await page.locator('.matrix [tabindex="0"]').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    assert.deepEqual(await focused(), ['2', '2']);
    await page.keyboard.press('End');
    assert.deepEqual(await focused(), ['2', '12']);
    await page.keyboard.press('Home');
    assert.deepEqual(await focused(), ['2', '0']);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowDown');
    assert.equal(await page.locator('[aria-selected]').count(), 2);
    await page.keyboard.press('Enter');
    await page.waitForSelector('dialog[open]');
    await axe(page);
    await page.keyboard.press('Escape');
    assert.deepEqual(await focused(), ['3', '1']);
    assert.equal(await page.locator('.matrix [tabindex="0"]').count(), 1);
  }));

test('a focused cell is not hidden under the sticky heads', () =>
  opened('/_kit?story=Matrix', { width: 900, height: 600 }, async (page) => {
    await page.locator('.matrix [data-row="24"][data-column="12"]').focus();
    await page.keyboard.press('Control+Home');
    const [cell, head, side] = await Promise.all(
      ['[data-row="1"][data-column="1"]', '.matrix-corner', '[data-row="1"][data-column="0"]'].map((selector) => page.locator(selector).boundingBox()),
    );
    assert.ok(cell.y >= head.y + head.height - 1);
    assert.ok(cell.x >= side.x + side.width - 1);
  }));

test('a date is typed in many ways and also taken from the calendar', () =>
  opened('/_kit?story=DateField', {}, async (page) => {
    await page.locator('#field-deadline').fill('1.2.27');
    await page.keyboard.press('Tab');
    assert.equal(await page.locator('#field-deadline').inputValue(), '01.02.2027');
    await page.getByRole('button', { name: 'Календарь: Срок' }).click();
    await page.waitForSelector('.calendar-day');
    await axe(page);
    await page.locator('.calendar-day', { hasText: /^15$/ }).click();
    assert.equal(await page.locator('#field-deadline').inputValue(), '15.02.2027');
    await page.locator('#field-birthday').fill('31.02.1950');
    await page.keyboard.press('Tab');
    await page.getByText('Такой даты нет').waitFor();
  }));

test('the combobox asks, is walked by keys and keeps the choice', () =>
  opened('/_kit?story=Combobox', {}, async (page) => {
    await page.waitForSelector('.combobox');
    await page.locator('#field-centre').click();
    await page.keyboard.type('энг');
    await page.getByText('Найден 1 вариант').waitFor();
    await page.locator('[role="option"][data-highlighted]').waitFor();
    await axe(page);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('#field-centre').value === 'Энгельсский');
  }));

test('the search opens by the physical key on a Russian layout and forgives the layout', () =>
  opened('/_kit?story=Frame', {}, async (page) => {
    await page.evaluate(() => dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyK', key: 'л', ctrlKey: true })));
    await page.waitForSelector('dialog.palette[open]');
    await page.keyboard.type('wtynhs');
    await page.getByRole('option', { name: 'Центры' }).waitFor();
    await axe(page);
  }));

test('the phone reaches the menu by a drawer', () =>
  opened('/_kit?story=Frame', { width: 360 }, async (page) => {
    await page.getByRole('button', { name: 'Меню' }).click();
    await page.locator('dialog.drawer').getByRole('link', { name: 'Банк практик' }).waitFor();
    await axe(page);
  }));
