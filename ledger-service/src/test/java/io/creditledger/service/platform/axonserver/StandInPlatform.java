package io.creditledger.service.platform.axonserver;

import io.axoniq.axonserver.grpc.InstructionAck;
import io.axoniq.axonserver.grpc.control.ClientIdentification;
import io.axoniq.axonserver.grpc.control.Heartbeat;
import io.axoniq.axonserver.grpc.control.PlatformInboundInstruction;
import io.axoniq.axonserver.grpc.control.PlatformInfo;
import io.axoniq.axonserver.grpc.control.PlatformOutboundInstruction;
import io.axoniq.axonserver.grpc.control.PlatformServiceGrpc;
import io.grpc.stub.StreamObserver;

/** Lets everyone in, and answers heartbeats. */
final class StandInPlatform extends PlatformServiceGrpc.PlatformServiceImplBase {

    @Override
    public void getPlatformServer(ClientIdentification client, StreamObserver<PlatformInfo> answer) {
        answer.onNext(PlatformInfo.newBuilder().setSameConnection(true).build());
        answer.onCompleted();
    }

    @Override
    public StreamObserver<PlatformInboundInstruction> openStream(
            StreamObserver<PlatformOutboundInstruction> instructions) {
        Outgoing<PlatformOutboundInstruction> outgoing = new Outgoing<>(instructions);
        return new Incoming<>(instruction -> answer(instruction, outgoing), outgoing::end);
    }

    private static void answer(PlatformInboundInstruction instruction, Outgoing<PlatformOutboundInstruction> outgoing) {
        if (!instruction.getInstructionId().isEmpty()) {
            outgoing.send(PlatformOutboundInstruction.newBuilder()
                    .setAck(InstructionAck.newBuilder()
                            .setInstructionId(instruction.getInstructionId())
                            .setSuccess(true))
                    .build());
        }
        if (instruction.hasHeartbeat()) {
            outgoing.send(PlatformOutboundInstruction.newBuilder()
                    .setHeartbeat(Heartbeat.getDefaultInstance())
                    .build());
        }
    }
}
