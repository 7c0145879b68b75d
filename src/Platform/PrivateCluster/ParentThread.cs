using System.Diagnostics;

namespace Tradepost.Platform.PrivateCluster;

/// <summary>
/// Starts a child on a thread that lives exactly as long as the child.
/// Linux ties "die with your parent" to the thread that made the child: a pool thread may end at any time,
/// and would take the server with it.
/// </summary>
internal static class ParentThread
{
    /// <summary>Gives the started process and a task that ends when it and its output have ended.</summary>
    public static async Task<(Process Process, Task Exited)> StartAsync(ProcessStartInfo info)
    {
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        var exited = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() => Live(info, started, exited)) { IsBackground = true, Name = "parent of a process" }.Start();
        return (await started.Task, exited.Task);
    }

    private static void Live(ProcessStartInfo info, TaskCompletionSource<Process> started, TaskCompletionSource exited)
    {
        Process process;
        try
        {
            process = Process.Start(info)!;
        }
        catch (Exception error)
        {
            started.SetException(error);
            return;
        }
        started.SetResult(process);
        process.WaitForExit();
        exited.SetResult();
    }
}
