package io.creditledger.service.platform.axonserver;

import io.axoniq.axonserver.grpc.ErrorMessage;
import io.axoniq.axonserver.grpc.InstructionAck;
import io.axoniq.axonserver.grpc.ProcessingKey;
import io.axoniq.axonserver.grpc.command.Command;
import io.axoniq.axonserver.grpc.command.CommandProviderInbound;
import io.axoniq.axonserver.grpc.command.CommandProviderOutbound;
import io.axoniq.axonserver.grpc.command.CommandResponse;
import io.axoniq.axonserver.grpc.command.CommandServiceGrpc;
import io.grpc.stub.StreamObserver;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Passes each command on to one of those who handle it, always the same for a routing key, as many at a time as it permits. */
final class StandInCommands extends CommandServiceGrpc.CommandServiceImplBase {

    private final Set<Handler> handlers = ConcurrentHashMap.newKeySet();
    private final List<String> passedOn = new CopyOnWriteArrayList<>();
    private final Set<String> routingKeys = ConcurrentHashMap.newKeySet();

    List<String> passedOn() {
        return List.copyOf(passedOn);
    }

    Set<String> routingKeys() {
        return Set.copyOf(routingKeys);
    }

    @Override
    public StreamObserver<CommandProviderOutbound> openStream(StreamObserver<CommandProviderInbound> commands) {
        Handler handler = new Handler(new Outgoing<>(commands));
        handlers.add(handler);
        return new Incoming<>(handler::hear, () -> {
            handlers.remove(handler);
            handler.end();
        });
    }

    @Override
    public void dispatch(Command command, StreamObserver<CommandResponse> answer) {
        Outgoing<CommandResponse> outgoing = new Outgoing<>(answer);
        handlerOf(command)
                .ifPresentOrElse(
                        handler -> handler.passOn(command, outgoing),
                        () -> refuse(command, "AXONIQ-4000", "No handler for " + command.getName(), outgoing));
    }

    private Optional<Handler> handlerOf(Command command) {
        List<Handler> able = handlers.stream()
                .filter(handler -> handler.names.contains(command.getName()))
                .sorted(Comparator.comparing(handler -> handler.client))
                .toList();
        return able.isEmpty()
                ? Optional.empty()
                : Optional.of(able.get(Math.floorMod(routingKey(command).hashCode(), able.size())));
    }

    private static String routingKey(Command command) {
        return command.getProcessingInstructionsList().stream()
                .filter(instruction -> instruction.getKey() == ProcessingKey.ROUTING_KEY)
                .map(instruction -> instruction.getValue().getTextValue())
                .findFirst()
                .orElse(command.getMessageIdentifier());
    }

    private static void refuse(Command command, String code, String message, Outgoing<CommandResponse> answer) {
        answer.send(CommandResponse.newBuilder()
                .setRequestIdentifier(command.getMessageIdentifier())
                .setErrorCode(code)
                .setErrorMessage(ErrorMessage.newBuilder().setMessage(message))
                .build());
        answer.end();
    }

    private final class Handler {

        private final Outgoing<CommandProviderInbound> outgoing;
        private final Set<String> names = ConcurrentHashMap.newKeySet();
        private final Map<String, Outgoing<CommandResponse>> answers = new ConcurrentHashMap<>();
        private final Map<String, Command> underWay = new ConcurrentHashMap<>();
        private final Queue<Command> waiting = new ArrayDeque<>();
        private volatile String client = "";
        private long permits;

        private Handler(Outgoing<CommandProviderInbound> outgoing) {
            this.outgoing = outgoing;
        }

        private void hear(CommandProviderOutbound message) {
            if (message.hasSubscribe()) {
                client = message.getSubscribe().getClientId();
                names.add(message.getSubscribe().getCommand());
            } else if (message.hasUnsubscribe()) {
                names.remove(message.getUnsubscribe().getCommand());
            } else if (message.hasFlowControl()) {
                permit(message.getFlowControl().getPermits());
            } else if (message.hasCommandResponse()) {
                answer(message.getCommandResponse());
            }
            if (!message.getInstructionId().isEmpty()) {
                outgoing.send(CommandProviderInbound.newBuilder()
                        .setAck(InstructionAck.newBuilder()
                                .setInstructionId(message.getInstructionId())
                                .setSuccess(true))
                        .build());
            }
        }

        private void passOn(Command command, Outgoing<CommandResponse> answer) {
            passedOn.add(command.getName());
            routingKeys.add(routingKey(command));
            answers.put(command.getMessageIdentifier(), answer);
            underWay.put(command.getMessageIdentifier(), command);
            synchronized (this) {
                waiting.add(command);
            }
            permit(0);
        }

        private synchronized void permit(long more) {
            permits += more;
            while (permits > 0 && !waiting.isEmpty()) {
                permits--;
                outgoing.send(CommandProviderInbound.newBuilder()
                        .setCommand(waiting.remove())
                        .build());
            }
        }

        private void answer(CommandResponse response) {
            Outgoing<CommandResponse> answer = answers.remove(response.getRequestIdentifier());
            underWay.remove(response.getRequestIdentifier());
            if (answer != null) {
                answer.send(response);
                answer.end();
            }
        }

        private void end() {
            underWay.forEach((id, command) -> {
                Outgoing<CommandResponse> answer = answers.remove(id);
                if (answer != null) {
                    refuse(command, "AXONIQ-4003", "Connection to the handler was lost", answer);
                }
            });
            outgoing.end();
        }
    }
}
