import { afterEach, describe, expect, test, vi } from 'vitest';
import { answering, json, problem } from '../testing/answers';
import { credentialsOf, enter, takeToken } from './session';

const answer = { accountId: 'acme', expiresAt: '2030-01-01T00:00:00Z', csrfToken: 'csrf' };

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a link from the platform', () => {
  test('gives its token once, and the address keeps nothing of it', () => {
    history.replaceState(null, '', '/transactions?type=purchase#token=abc.def');
    expect(takeToken(location, history)).toBe('abc.def');
    expect(location.href).not.toContain('abc.def');
    expect(location.search).toBe('?type=purchase');
    expect(takeToken(location, history)).toBeNull();
  });

  test('becomes a cookie, and nothing else is kept', async () => {
    const asked = answering({
      'POST v1/dashboard-session': [json(answer)],
      'GET v1/dashboard-session': [json(answer)],
    });
    const session = await enter('http://ledger.test/', 'abc');
    expect(session).toEqual({ ...answer, bearer: null });
    expect(asked[0]?.headers.get('Authorization')).toBe('Bearer abc');
    expect(asked[1]?.headers.get('Authorization')).toBeNull();
    expect([localStorage.length, sessionStorage.length]).toEqual([0, 0]);
  });

  test('stays in memory where the browser keeps no cookie', async () => {
    answering({
      'POST v1/dashboard-session': [json(answer)],
      'GET v1/dashboard-session': [problem('unauthenticated', 401)],
    });
    const session = await enter('http://ledger.test/', 'abc');
    expect(session.bearer).toBe('abc');
    expect(credentialsOf(session, 'POST')).toEqual({ Authorization: 'Bearer abc' });
  });
});

describe('a session', () => {
  const session = { ...answer, bearer: null };

  test('proves with everything that changes something that it is no other page', () => {
    expect(credentialsOf(session, 'POST')).toEqual({ 'X-CSRF-Token': 'csrf' });
    expect(credentialsOf(session, 'DELETE')).toEqual({ 'X-CSRF-Token': 'csrf' });
    expect(credentialsOf(session, 'GET')).toEqual({});
  });

  test('is refused to whoever has neither link nor cookie', async () => {
    answering({ 'GET v1/dashboard-session': [problem('unauthenticated', 401)] });
    await expect(enter('http://ledger.test/', null)).rejects.toMatchObject({ status: 401 });
  });
});
