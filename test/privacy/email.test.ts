import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { containsEmail } from '../../src/privacy/email.ts';

describe('e-mail address detection', () => {
  for (const text of [
    'ada@example.com',
    'Ada <ada@example.com>',
    'müller@exämple.org',
    'ada@localhost',
    'ada%40example.com',
    'ada%2540example.com',
    'ada%252540example.com',
    'ada＠example.com',
    'ada﹫example.com',
    'ada&#64;example.com',
    'ada&#x40;example.com',
    'ada&#0064;example.com',
    'ada&amp;#64;example.com',
    'ada&commat;example.com',
    'ada\\u0040example.com',
    'ada\\x40example.com',
    'ada(at)example.com',
    'ada [at] example.com',
    'ada { AT } example.com',
    'ada (at) example (dot) com',
    'ada @ example.com',
    'YWRhQGV4YW1wbGUuY29t',
    'token YWRhQGV4YW1wbGUuY29t= of somebody',
    'YWRhLmxvdmVsYWNlK3Rlc3RAZXhhbXBsZS5jb20',
  ]) {
    it(`finds ${text}`, () => {
      assert.ok(containsEmail(text));
    });
  }

  for (const text of [
    '',
    'Ada Lovelace',
    '@ada',
    'ada@',
    'meet @ noon',
    '50% off',
    'Frankfurt am Main',
    'São Paulo',
    'Signed up (2nd step)',
    'Look (at) me',
    'Cut&paste #64',
    'Mozilla/5.0',
    'Constantinople',
    'purchase_completed_first_time',
  ]) {
    it(`ignores ${text || '(nothing)'}`, () => {
      assert.ok(!containsEmail(text));
    });
  }

  it('takes linear time for a long hostile text', () => {
    for (const part of ['@', 'a', '%25', '&amp;', '(at', 'a ', 'aaaa ', ' @ a', 'YWRh', '@a.']) {
      assert.equal(typeof containsEmail(part.repeat(200_000)), 'boolean');
    }
  });
});
