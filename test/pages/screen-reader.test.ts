import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { launchChromium } from '../../tools/browsers/chromium.ts';
import { scenes } from './scenes.ts';
import { leave, pose } from './studio.ts';

interface TreeNode {
  role: string;
  name: string;
  /** Without repeating the name. */
  description?: string;
  level?: number;
  /** Of a button that is on or off. */
  pressed?: string;
  children: TreeNode[];
}

/** The accessibility tree of a page as Chromium exposes it to screen readers, without ignored nodes. */
async function treeOf(tab: Page): Promise<TreeNode> {
  const session: CDPSession = await tab.context().newCDPSession(tab);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const read = (id: string): TreeNode[] => {
    const node = byId.get(id);
    if (!node) return [];
    const children = (node.childIds ?? []).flatMap(read);
    const role = String(node.role?.value);
    if (node.ignored || ['generic', 'none', 'StaticText', 'InlineTextBox'].includes(role)) {
      return role === 'StaticText' ? [{ role: 'text', name: String(node.name?.value), children: [] }] : children;
    }
    const level = node.properties?.find(({ name }) => name === 'level')?.value.value as number | undefined;
    const pressed = node.properties?.find(({ name }) => name === 'pressed')?.value.value as string | undefined;
    const description = node.description?.value as string | undefined;
    return [
      {
        role,
        name: String(node.name?.value ?? ''),
        ...(description && { description }),
        ...(level && { level }),
        ...(pressed && { pressed }),
        children,
      },
    ];
  };
  return read(nodes[0]!.nodeId)[0]!;
}

function all(tree: TreeNode, role: string): TreeNode[] {
  return [...(tree.role === role ? [tree] : []), ...tree.children.flatMap((child) => all(child, role))];
}

function words(tree: TreeNode): string {
  return tree.role === 'text' ? tree.name : tree.children.map(words).join(' ').replace(/\s+/g, ' ').trim();
}

describe('the accessibility tree', () => {
  let browser: Browser;

  before(async () => {
    browser = await launchChromium();
  });

  after(() => browser.close());

  async function treeFor(name: string, act?: (tab: Page) => Promise<void>): Promise<TreeNode> {
    const tab = await pose(browser, scenes[name]!, { width: 800 });
    await act?.(tab);
    const tree = await treeOf(tab);
    await leave(tab);
    return tree;
  }

  test('exposes the map with a name, a summary and instructions', async () => {
    const [map, ...others] = all(await treeFor('live'), 'application');
    assert.equal(others.length, 0);
    assert.equal(map!.name, 'Live visitors');
    assert.equal(
      map!.description,
      '14 visitors from 9 countries, most from Portugal. Use the arrow keys to go from mark to mark, plus and minus to zoom.',
    );
  });

  test('hides dots, land and icons', async () => {
    const tree = await treeFor('live');
    for (const role of ['image', 'img', 'SvgRoot', 'graphics-document', 'graphics-symbol', 'figure'])
      assert.deepEqual(all(tree, role), []);
  });

  test('names each button by its action', async () => {
    const names = (tree: TreeNode): string[] => all(tree, 'button').map(({ name }) => name);
    // The zoom buttons come with the file for viewers at the map.
    const live = await treeFor('live', (tab) => tab.getByRole('button', { name: 'Zoom in' }).waitFor());
    assert.deepEqual(names(live), ['Pause', 'Show as a table', 'Zoom out', 'Zoom in']);
    assert.deepEqual(names(await treeFor('paused')).slice(0, 1), ['Resume']);
    assert.deepEqual(names(await treeFor('table')), ['Pause', 'Show the map']);
  });

  test('exposes the ticker as a list under a heading, one sentence with its age per row', async () => {
    const tree = await treeFor('live');
    const headings = all(tree, 'heading');
    assert.deepEqual(
      headings.map(({ name, level }) => [name, level]),
      [['Latest activity', 2]],
    );
    const lists = all(tree, 'list');
    assert.equal(lists.length, 1);
    assert.deepEqual(all(lists[0]!, 'listitem').map(words), [
      'Someone in Lisbon opened /pricing 4s',
      'A customer in Berlin reached signup 25s',
      'Payment of €49.00 · renewal 1m',
      'Someone in San Francisco opened /docs/ getting-started 2m',
      'Someone in Nairobi opened /blog 2m',
    ]);
  });

  test('has one status region from the start, without relative times', async () => {
    const [before, ...others] = all(await treeFor('loading'), 'status');
    assert.equal(others.length, 0);
    assert.equal(words(before!), '');
    const [later] = all(await treeFor('live'), 'status');
    assert.equal(words(later!), '14 people here');
    assert.equal(all(later!, 'time').length, 0);
    for (const role of ['alert', 'log', 'marquee', 'timer']) assert.deepEqual(all(await treeFor('live'), role), []);
  });

  test('announces the mark that the keyboard selects', async () => {
    const tab = await pose(browser, scenes.tooltip!, { width: 800 });
    const [map] = all(await treeOf(tab), 'application');
    const [tip] = all(map!, 'tooltip');
    assert.match(words(tip!), /^Berlin, Germany Customer/);
    const session = await tab.context().newCDPSession(tab);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const application = nodes.find(({ role }) => role?.value === 'application');
    const active = application?.properties?.find(({ name }) => name === 'activedescendant')?.value.relatedNodes?.[0];
    const reached = nodes.find(({ backendDOMNodeId }) => backendDOMNodeId === active?.backendDOMNodeId);
    assert.equal(reached?.role?.value, 'tooltip');
    await leave(tab);
  });

  test('exposes lists under headings one level below, their rows as buttons with a label and a number', async () => {
    const tree = await treeFor('lists');
    const headings = all(tree, 'heading').map(({ name, level }) => [name, level]);
    assert.deepEqual(headings.slice(1), [
      ['Pages', 3],
      ['Countries', 3],
      ['Referrers', 3],
    ]);
    const [, pages] = all(tree, 'list');
    assert.equal(pages!.name, 'Pages');
    const rows = all(pages!, 'button');
    assert.equal(rows.length, 3);
    for (const { name, pressed } of rows) {
      assert.match(name, /^\/\S* \d+$/);
      assert.equal(pressed, 'false');
    }
  });

  test('exposes a pressed row, and a button that removes its condition', async () => {
    const tree = await treeFor('filter');
    const pressed = all(tree, 'button').filter((button) => button.pressed === 'true');
    assert.deepEqual(
      pressed.map(({ name }) => name),
      ['/page-29 8'],
    );
    assert.deepEqual(
      all(tree, 'button')
        .map(({ name }) => name)
        .filter((name) => name.startsWith('Remove')),
      ['Remove the filter /page-29'],
    );
    assert.equal(words(all(tree, 'status')[0]!), '8 of 137 people here');
  });

  test('exposes the sparkline as a button with its numbers, and the look-back as a group with a slider', async () => {
    const names = all(await treeFor('history'), 'button').map(({ name }) => name);
    assert.equal(names[0], 'Between 9 and 31 people in the last 16 minutes, 1 payment. Look back');
    const [group] = all(await treeFor('look-back'), 'group');
    assert.equal(group!.name, 'Look back');
    assert.deepEqual(
      all(group!, 'button').map(({ name }) => name),
      ['Play', 'Live'],
    );
    assert.equal(all(group!, 'slider')[0]!.name, 'Time shown');
  });

  test('exposes the table by place in descending order, with headers and a caption', async () => {
    const tree = await treeFor('table');
    const [table, ...others] = all(tree, 'table');
    assert.equal(others.length, 0);
    assert.equal(table!.name, '14 visitors from 9 countries, most from Portugal');
    const rows = all(table!, 'row').map((row) => row.children.map((cell) => [cell.role, words(cell)]));
    assert.deepEqual(rows[0], [
      ['columnheader', 'Place'],
      ['columnheader', 'People'],
      ['columnheader', 'Here for'],
    ]);
    assert.deepEqual(rows[1], [
      ['rowheader', 'Lisbon, Portugal'],
      ['cell', '3'],
      ['cell', '2 min'],
    ]);
    const figures = rows.slice(1).map(([, people]) => Number(people![1]));
    assert.deepEqual(
      figures,
      figures.toSorted((a, b) => b - a),
    );
    assert.equal(
      figures.reduce((sum, people) => sum + people, 0),
      14,
    );
    assert.ok(
      rows.some(([place]) => place![1] === 'Somewhere in Argentina'),
      'visitors without an exact place are included',
    );
  });

  test('keeps focus when switching between map and table', async () => {
    const tab = await pose(browser, scenes.live!, { width: 800 });
    const focused = (): Promise<string | null | undefined> =>
      tab.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.getAttribute('aria-label'));
    await tab.locator('datafast-live-map [part="list"]').focus();
    await tab.keyboard.press('Enter');
    await tab.locator('datafast-live-map table').waitFor();
    assert.equal(await focused(), 'Show the map');
    await tab.keyboard.press('Enter');
    await tab.locator('datafast-live-map .mark').first().waitFor({ state: 'attached' });
    assert.equal(await focused(), 'Show as a table');
    await leave(tab);
  });
});
