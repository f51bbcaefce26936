package io.evenhand.support;

import io.evenhand.grading.Grading;
import io.evenhand.grading.Gradings;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Makes the store of gradings fail once where a test wants it. */
public final class StoreFaults implements BeanPostProcessor {

    private final AtomicReference<String> failing = new AtomicReference<>("");
    private volatile Consumer<Grading> adding = grading -> {};

    /** The next call of this method of {@link Gradings} fails, with the message. */
    public void failNext(String method) {
        failing.set(method);
    }

    /** Called in the transaction that adds a grading, before anything is written. */
    public void whenAdding(Consumer<Grading> listener) {
        adding = listener;
    }

    public void reset() {
        failing.set("");
        adding = grading -> {};
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof Gradings gradings
                ? Proxy.newProxyInstance(
                        Gradings.class.getClassLoader(),
                        new Class<?>[] {Gradings.class},
                        (proxy, method, arguments) -> call(gradings, method, arguments))
                : bean;
    }

    private Object call(Gradings gradings, Method method, Object[] arguments) throws Throwable {
        if (failing.compareAndSet(method.getName(), "")) {
            throw new IllegalStateException("the store says: It memorises the noise.");
        }
        if (method.getName().equals("add")) {
            adding.accept((Grading) arguments[0]);
        }
        try {
            return method.invoke(gradings, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
