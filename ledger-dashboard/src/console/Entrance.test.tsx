import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { answering, json, problem } from '../testing/answers';
import { ConsoleEntrance } from './Entrance';
import { useKeyholder } from './keyholder';

const KEY = 'clk_secret-of-the-test';
const nothing = { items: [], nextCursor: null };

function Inside() {
  const { client, signOut } = useKeyholder();
  return (
    <>
      <p>inside</p>
      <button type="button" onClick={signOut}>
        out
      </button>
      <button type="button" onClick={() => void client.GET('/v1/audit/projections').catch(() => null)}>
        ask
      </button>
    </>
  );
}

async function signIn(key: string): Promise<void> {
  render(
    <ConsoleEntrance base="http://ledger.test/">
      <Inside />
    </ConsoleEntrance>,
  );
  await userEvent.type(screen.getByLabelText('Ledger key'), key);
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
}

describe('the way into the console', () => {
  it('opens for a key that may audit, which is kept nowhere', async () => {
    const asked = answering({ 'GET /v1/accounts': [json(nothing)] });

    await signIn(KEY);

    expect(await screen.findByText('inside')).toBeDefined();
    expect(asked[0]?.headers.get('Authorization')).toBe(`Bearer ${KEY}`);
    expect(asked[0]?.path).not.toContain(KEY);
    expect(document.body.innerHTML).not.toContain(KEY);
    expect(JSON.stringify([localStorage, sessionStorage]) + location.href + document.cookie).not.toContain(
      KEY,
    );
    expect(localStorage.length + sessionStorage.length).toBe(0);
  });

  it('says that a key is not valid', async () => {
    answering({ 'GET /v1/accounts': [problem('unauthenticated', 401)] });

    await signIn('clk_wrong');

    await waitFor(() => {
      expect(screen.getByRole('alert').textContent).toContain('This key is not valid');
    });
  });

  it('says that a key may not audit', async () => {
    answering({ 'GET /v1/accounts': [problem('forbidden', 403)] });

    await signIn('clk_service');

    await waitFor(() => {
      expect(screen.getByRole('alert').textContent).toContain('lacks the scope ledger:audit');
    });
  });

  it('closes behind whoever signs out', async () => {
    answering({ 'GET /v1/accounts': [json(nothing)] });
    await signIn(KEY);

    await userEvent.click(await screen.findByText('out'));

    expect(screen.queryByText('inside')).toBeNull();
    expect(screen.getByLabelText<HTMLInputElement>('Ledger key').value).toBe('');
  });

  it('closes when the key ends meanwhile, and says so', async () => {
    answering({
      'GET /v1/accounts': [json(nothing)],
      'GET /v1/audit/projections': [problem('unauthenticated', 401)],
    });
    await signIn(KEY);

    await userEvent.click(await screen.findByText('ask'));
    await act(async () => Promise.resolve());

    await waitFor(() => {
      expect(screen.getByRole('alert').textContent).toContain('no longer accepts your key');
    });
  });
});
