import { useEffect, useState, type ReactNode } from 'react';
import { LedgerProblem } from '../api/problem';
import { enter, type Session } from '../api/session';
import { say } from '../messages/english';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { Spinner } from '../ui/Spinner';

type State =
  | { readonly at: 'door' }
  | { readonly at: 'inside'; readonly session: Session }
  | { readonly at: 'expired' }
  | { readonly at: 'failed' };

interface GateProps {
  readonly base: string;
  readonly token: string | null;
  readonly children: (session: Session, onEnded: () => void) => ReactNode;
}

const RETURN_TO = 'ledger-return-to';

const isSignedOut = (error: unknown): boolean => error instanceof LedgerProblem && error.status === 401;

function noteWhereToReturn(): void {
  sessionStorage.setItem(RETURN_TO, location.pathname + location.search);
}

/** Whoever comes with a new link is brought back to where the old one ended. */
function returnWhereItEnded(): void {
  const place = sessionStorage.getItem(RETURN_TO);
  sessionStorage.removeItem(RETURN_TO);
  if (place?.startsWith('/') && !place.startsWith('//') && location.pathname === '/') {
    history.replaceState(history.state, '', place);
  }
}

/** Lets those in who came by a link from their platform, or came by one before. */
export function Gate({ base, token, children }: GateProps) {
  const [state, setState] = useState<State>({ at: 'door' });
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let current = true;
    enter(base, token).then(
      (session) => {
        if (current) {
          returnWhereItEnded();
          setState({ at: 'inside', session });
        }
      },
      (error: unknown) => {
        if (current) {
          setState({ at: isSignedOut(error) ? 'expired' : 'failed' });
        }
      },
    );
    return () => {
      current = false;
    };
  }, [base, token, attempt]);

  switch (state.at) {
    case 'inside':
      return children(state.session, () => {
        noteWhereToReturn();
        setState({ at: 'expired' });
      });
    case 'expired':
      return <Message icon="lock" title={say.session.expiredTitle} text={say.session.expired} />;
    case 'failed':
      return (
        <Message icon="alert" title={say.session.failedTitle} text={say.session.failed}>
          <Button
            kind="primary"
            onClick={() => {
              setState({ at: 'door' });
              setAttempt(attempt + 1);
            }}
          >
            {say.common.retry}
          </Button>
        </Message>
      );
    case 'door':
      return (
        <main className="grid min-h-dvh place-items-center">
          <p role="status" className="grid justify-items-center gap-4 text-sm text-muted">
            <Spinner large />
            {say.session.loading}
          </p>
        </main>
      );
  }
}

const Message = ({
  icon,
  title,
  text,
  children,
}: {
  readonly icon: 'lock' | 'alert';
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
}) => (
  <main className="grid min-h-dvh place-items-center p-6">
    <div className="card grid max-w-md justify-items-center gap-3 p-8 text-center">
      <span className="grid size-12 place-items-center rounded-full bg-accent-soft text-accent-ink">
        <Icon name={icon} className="size-6" />
      </span>
      <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
      <p className="text-muted">{text}</p>
      {children}
    </div>
  </main>
);
